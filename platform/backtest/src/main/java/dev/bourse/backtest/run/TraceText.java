package dev.bourse.backtest.run;

import dev.bourse.api.event.AccountEvent;
import dev.bourse.api.event.CommandEvent;
import dev.bourse.api.event.ConnectionChanged;
import dev.bourse.api.event.Event;
import dev.bourse.api.event.InstrumentListed;
import dev.bourse.api.event.LifecycleEvent;
import dev.bourse.api.event.MarketEvent;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.event.ServiceChanged;
import dev.bourse.api.event.TimerEvent;
import dev.bourse.api.model.Fill;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.trace.TurnResult;
import dev.bourse.core.decision.TurnRecord;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** A turn as one line: its number, its time, what came in, what was decided. */
public final class TraceText {
  private TraceText() {}

  /** Whether a turn is worth a line: market data and timers only if something was decided. */
  static boolean matters(TurnRecord record) {
    boolean routine = record.event() instanceof MarketEvent || record.event() instanceof TimerEvent;
    return !routine || !record.results().isEmpty();
  }

  /** The line, without an end of line. */
  static String line(TurnRecord record) {
    StringBuilder line = new StringBuilder();
    line.append(record.sequence()).append('\t').append(time(record.time())).append('\t');
    line.append(event(record.event()));
    for (TurnResult result : record.results()) {
      line.append(" | ").append(result(result));
    }
    return line.toString().replace('\n', ' ');
  }

  /** Nanoseconds as {@code 2013-11-25T00:00:01.500Z}. */
  public static String time(long nanos) {
    long second = TimeUnit.SECONDS.toNanos(1);
    return Instant.ofEpochSecond(Math.floorDiv(nanos, second), Math.floorMod(nanos, second))
        .toString();
  }

  private static String event(Event event) {
    if (event instanceof OrderReport report) {
      return report(report);
    } else if (event instanceof CommandEvent command) {
      return command(command);
    } else if (event instanceof LifecycleEvent lifecycle) {
      return lifecycle(lifecycle);
    } else if (event instanceof InstrumentListed listed) {
      return "listed " + listed.instrument().id() + " version " + listed.instrument().version();
    } else if (event instanceof ConnectionChanged changed) {
      return (changed.connected() ? "connected " : "disconnected ") + changed.account();
    } else if (event instanceof ServiceChanged changed) {
      return changed.service().words()
          + (changed.works() ? " back " : " away ")
          + changed.account();
    } else if (event instanceof AccountEvent account) {
      return account(account);
    } else if (event instanceof TimerEvent timer) {
      return "timer " + timer.owner() + " " + timer.name();
    } else if (event instanceof MarketEvent market) {
      return "market " + market.instrument().id() + " " + market.getClass().getSimpleName();
    }
    return event.getClass().getSimpleName();
  }

  private static String account(AccountEvent event) {
    if (event instanceof AccountEvent.MassReport report) {
      return "report of "
          + report.account()
          + ": "
          + report.openOrders().size()
          + " orders, balances "
          + report.balances().stream().map(each -> each.total().toString()).toList();
    } else if (event instanceof AccountEvent.Balances balances) {
      return "balances of "
          + balances.account()
          + " "
          + balances.balances().stream().map(each -> each.total().toString()).toList();
    }
    return event.getClass().getSimpleName() + " of " + event.account();
  }

  private static String lifecycle(LifecycleEvent event) {
    if (event instanceof LifecycleEvent.StrategyBound bound) {
      return "strategy "
          + bound.strategy()
          + " version "
          + bound.version()
          + " on "
          + bound.instruments();
    }
    return event.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT);
  }

  private static String command(CommandEvent event) {
    if (event instanceof CommandEvent.Dropped dropped) {
      return "dropped " + dropped.orderId() + ": " + dropped.reason();
    } else if (event instanceof CommandEvent.CancelDropped dropped) {
      return "cancel dropped " + dropped.orderId() + ": " + dropped.reason();
    } else if (event instanceof CommandEvent.UpdateDropped dropped) {
      return "amend dropped " + dropped.orderId() + ": " + dropped.reason();
    }
    return "sent " + event.orderId();
  }

  private static String report(OrderReport report) {
    String id = " " + report.orderId();
    if (report instanceof OrderReport.Filled filled) {
      return "filled" + id + " " + fill(filled.fill());
    } else if (report instanceof OrderReport.Made made) {
      return "made by the venue" + id + ": " + made.cause() + ": " + made.reason();
    } else if (report instanceof OrderReport.Rejected rejected) {
      return "rejected" + id + ": " + rejected.reason();
    } else if (report instanceof OrderReport.Denied denied) {
      return "denied before it left" + id + ": " + denied.reason();
    } else if (report instanceof OrderReport.Canceled canceled) {
      return "canceled" + id + ": " + canceled.reason();
    } else if (report instanceof OrderReport.Expired expired) {
      return "expired" + id + ": " + expired.reason();
    } else if (report instanceof OrderReport.Updated updated) {
      return "updated" + id + " " + updated.change();
    } else if (report instanceof OrderReport.UpdateRejected rejected) {
      return "amend rejected" + id + ": " + rejected.reason();
    }
    return report.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT) + id;
  }

  private static String fill(Fill fill) {
    return fill.quantity()
        + " at "
        + fill.price()
        + " fee "
        + fill.fee()
        + " "
        + fill.liquidity()
        + " as "
        + fill.fillId();
  }

  private static String result(TurnResult result) {
    if (result instanceof TurnResult.OrderApproved approved) {
      return "approved "
          + order(approved.order())
          + " "
          + approved.seen()
          + " "
          + approved.checks();
    } else if (result instanceof TurnResult.OrderDenied denied) {
      return "denied " + order(denied.order()) + " " + denied.seen() + " " + denied.checks();
    } else if (result instanceof TurnResult.CancelRequested cancel) {
      return "cancel " + cancel.orderId() + ": " + cancel.reason();
    } else if (result instanceof TurnResult.AmendRequested amend) {
      return "amend " + amend.orderId() + " " + amend.change() + " " + amend.why().checks();
    } else if (result instanceof TurnResult.OrderReleased released) {
      return "released "
          + released.orderId()
          + (released.limit() == null ? "" : " at " + released.limit())
          + " "
          + released.why().seen()
          + " "
          + released.why().checks();
    } else if (result instanceof TurnResult.HeldOrderEnded ended) {
      return "ended here " + ended.orderId() + " " + ended.status() + ": " + ended.reason();
    } else if (result instanceof TurnResult.LegActivated activated) {
      return "activated "
          + activated.orderId()
          + " "
          + activated.quantity()
          + (activated.held() ? " held" : "")
          + " "
          + activated.why().checks();
    } else if (result instanceof TurnResult.HeldOrderChanged changed) {
      return "changed here " + changed.orderId() + " " + changed.change();
    } else if (result instanceof TurnResult.LegReduced reduced) {
      return "reduced " + reduced.orderId() + " to " + reduced.quantity();
    } else if (result instanceof TurnResult.ReplaceRequested replaced) {
      return "replace " + replaced.orderId() + ": " + replaced.reason();
    } else if (result instanceof TurnResult.ListsSettled) {
      return "lists settled";
    } else if (result instanceof TurnResult.AmendDenied denied) {
      return "amend denied " + denied.orderId() + " " + denied.change() + " " + denied.reason();
    } else if (result instanceof TurnResult.StatusChanged changed) {
      return "status "
          + changed.status()
          + (changed.detail().isEmpty() ? "" : " " + changed.detail());
    } else if (result instanceof TurnResult.Noted noted) {
      return noted.level() + " " + noted.text();
    } else if (result instanceof TurnResult.SignalMoved moved) {
      return moved.sentence();
    } else if (result instanceof TurnResult.FeeConverted converted) {
      return converted.sentence();
    } else if (result instanceof TurnResult.TimerSet timer) {
      return "timer " + timer.owner() + " " + timer.name() + " at " + time(timer.deadline());
    }
    return result.toString();
  }

  private static String order(Order order) {
    OrderSpec spec = order.spec();
    String price = spec.price() == null ? "" : " at " + spec.price();
    String trigger = spec.trigger() == null ? "" : " trigger " + spec.trigger();
    return order.id()
        + " "
        + spec.side()
        + " "
        + spec.quantity()
        + " "
        + spec.instrument().id()
        + " "
        + spec.type()
        + price
        + trigger;
  }
}
