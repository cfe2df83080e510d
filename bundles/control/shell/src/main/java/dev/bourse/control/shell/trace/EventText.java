package dev.bourse.control.shell.trace;

import dev.bourse.api.event.AccountEvent;
import dev.bourse.api.event.CommandEvent;
import dev.bourse.api.event.ConnectionChanged;
import dev.bourse.api.event.ControlEvent;
import dev.bourse.api.event.Event;
import dev.bourse.api.event.InstrumentListed;
import dev.bourse.api.event.LifecycleEvent;
import dev.bourse.api.event.MarketEvent;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.event.ServiceChanged;
import dev.bourse.api.event.TimerEvent;
import dev.bourse.api.model.Balance;
import dev.bourse.api.model.Instrument;
import dev.bourse.control.shell.text.Display;
import java.util.List;
import java.util.stream.Collectors;

/** Any event in words. */
final class EventText {
  /** The engine's timer that closes bars which no trade closes. */
  private static final String BARS = "bars";

  private EventText() {}

  static String of(Event event) {
    if (event instanceof MarketEvent market) {
      return MarketText.of(market);
    } else if (event instanceof OrderReport report) {
      return ReportText.of(report);
    } else if (event instanceof AccountEvent account) {
      return account(account);
    } else if (event instanceof CommandEvent command) {
      return EngineText.of(command);
    } else if (event instanceof ControlEvent control) {
      return EngineText.of(control);
    } else if (event instanceof LifecycleEvent lifecycle) {
      return EngineText.of(lifecycle);
    } else if (event instanceof TimerEvent timer) {
      return timer(timer);
    } else if (event instanceof ConnectionChanged changed) {
      return "account "
          + changed.account()
          + (changed.connected() ? " connected: " : " disconnected: ")
          + changed.detail();
    } else if (event instanceof ServiceChanged changed) {
      return "account "
          + changed.account()
          + ": "
          + changed.service().words()
          + (changed.works() ? " are there again" : " stopped: " + changed.detail());
    } else if (event instanceof InstrumentListed listed) {
      return instrument(listed.instrument());
    }
    return event.getClass().getSimpleName();
  }

  private static String timer(TimerEvent timer) {
    if (timer.owner().equals(TimerEvent.ENGINE) && timer.name().equals(BARS)) {
      return "bars that end at " + Display.time(timer.deadline()) + " are finished";
    }
    return "timer "
        + timer.owner()
        + "/"
        + timer.name()
        + " due "
        + Display.time(timer.deadline())
        + (timer.late() ? ", late" : "");
  }

  private static String account(AccountEvent event) {
    if (event instanceof AccountEvent.Balances balances) {
      return "balances of " + event.account() + ": " + balances(balances.balances());
    } else if (event instanceof AccountEvent.BalancesCompared compared) {
      return "balances of " + event.account() + " compared: " + differences(compared);
    } else if (event instanceof AccountEvent.CashFlow flow) {
      return flow.kind() + " of " + Display.money(flow.amount()) + " on " + event.account();
    } else if (event instanceof AccountEvent.Terms terms) {
      return "margin terms of "
          + event.account()
          + ": "
          + Display.word(terms.terms().mode())
          + ", leverage "
          + terms.terms().leverage()
          + (terms.terms().hedged() ? ", both sides of a contract" : "");
    } else if (event instanceof AccountEvent.Rights told) {
      return "the key of " + event.account() + " " + told.rights();
    } else if (event instanceof AccountEvent.MassReport report) {
      return "report of account "
          + event.account()
          + ": "
          + Display.count(report.openOrders().size(), "open order")
          + ", "
          + Display.count(report.fills().size(), "fill")
          + positions(report)
          + history(report)
          + ", "
          + balances(report.balances());
    }
    return "account " + event.account();
  }

  private static String differences(AccountEvent.BalancesCompared compared) {
    if (!compared.unclear().isEmpty()) {
      return compared.unclear();
    }
    return compared.differences().isEmpty()
        ? "they agree"
        : compared.differences().stream()
                .map(
                    each ->
                        Display.money(each.signum() < 0 ? each.negate() : each)
                            + (each.signum() < 0 ? " less" : " more"))
                .collect(Collectors.joining(", "))
            + " than our executions explain";
  }

  private static String positions(AccountEvent.MassReport report) {
    var positions = report.positions();
    return positions == null ? "" : ", " + Display.count(positions.size(), "position");
  }

  private static String history(AccountEvent.MassReport report) {
    var history = report.history();
    return history == null ? "" : ", " + Display.count(history.size(), "flow") + " in its history";
  }

  private static String balances(List<Balance> balances) {
    return balances.isEmpty()
        ? "no balances"
        : balances.stream()
            .map(each -> Display.money(each.total()))
            .collect(Collectors.joining(", "));
  }

  private static String instrument(Instrument instrument) {
    return "instrument "
        + instrument.id()
        + " version "
        + instrument.version()
        + ": tick "
        + instrument.tickSize()
        + ", step "
        + Display.quantity(instrument.stepSize())
        + (instrument.trading() ? ", trading" : ", not trading");
  }
}
