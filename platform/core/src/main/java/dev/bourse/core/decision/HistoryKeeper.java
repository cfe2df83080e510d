package dev.bourse.core.decision;

import dev.bourse.api.event.AccountEvent;
import dev.bourse.api.event.CommandEvent;
import dev.bourse.api.event.Event;
import dev.bourse.api.event.LifecycleEvent;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.event.TimerEvent;
import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Order;
import dev.bourse.api.trace.TurnResult;
import dev.bourse.core.ledger.OrderLedger;
import dev.bourse.core.market.InstrumentMarket;
import dev.bourse.core.portfolio.Portfolio;
import dev.bourse.core.portfolio.PositionKey;
import dev.bourse.core.settings.History;
import dev.bourse.core.state.Effects;
import dev.bourse.core.state.TraderState;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes down how orders and positions stand: after a turn that changed them, and in an interval.
 * Live only; the record is passed over by everybody but those who ask for the past.
 */
final class HistoryKeeper {
  /** The engine's timer of the interval. */
  private static final String TIMER = "history";

  private final TraderState state;
  private final Decider decider;
  private final History wanted;
  private final Set<ClientOrderId> orders = new LinkedHashSet<>();
  private final Set<PositionKey> positions = new LinkedHashSet<>();

  HistoryKeeper(TraderState state, Decider decider) {
    this.state = state;
    this.decider = decider;
    this.wanted = state.settings().history();
  }

  /** At the end of a turn, when everything was decided. */
  void keep(Event event, Effects effects, List<TurnResult> results) {
    if (wanted.isOff()) {
      return;
    }
    orders.clear();
    positions.clear();
    if (wanted.changes()) {
      told(event);
      effects.changes().forEach(this::changed);
      results.forEach(this::decided);
    }
    boolean due = isDue(event);
    if (due) {
      state.ledger().live().forEach(order -> orders.add(order.id()));
      state.portfolio().open().forEach(each -> positions.add(PositionKey.of(each)));
    }
    write();
    if (wanted.interval() > 0 && (due || event instanceof LifecycleEvent.Recovered)) {
      long next = state.time() + wanted.interval();
      decider.emit(new TurnResult.TimerSet(TimerEvent.ENGINE, TIMER, next));
    }
  }

  private boolean isDue(Event event) {
    return wanted.interval() > 0
        && event instanceof TimerEvent timer
        && timer.owner().equals(TimerEvent.ENGINE)
        && timer.name().equals(TIMER);
  }

  /** Not every move of an order is told to its owner, and a report may move many. */
  private void told(Event event) {
    if (event instanceof OrderReport report) {
      orders.add(report.orderId());
      Order order = state.ledger().find(report.orderId());
      if (report instanceof OrderReport.Filled && order != null) {
        positions.add(OrderLedger.key(order));
      }
    } else if (event instanceof CommandEvent command) {
      orders.add(command.orderId());
    } else if (event instanceof AccountEvent.MassReport report) {
      moved(report.account());
    } else if (event instanceof LifecycleEvent.Recovered) {
      state.settings().accounts().forEach(this::moved);
    }
  }

  private void moved(AccountId account) {
    for (Order order : state.ledger().all()) {
      if (order.updatedAt() == state.time() && order.account().equals(account)) {
        orders.add(order.id());
      }
    }
  }

  private void changed(Effects.OrderChange change) {
    orders.add(change.order().id());
    if (!change.fills().isEmpty()) {
      positions.add(OrderLedger.key(change.order()));
    }
  }

  private void decided(TurnResult result) {
    ClientOrderId id = subject(result);
    if (id != null) {
      orders.add(id);
    }
  }

  private static @Nullable ClientOrderId subject(TurnResult result) {
    if (result instanceof TurnResult.CancelRequested cancel) {
      return cancel.orderId();
    } else if (result instanceof TurnResult.AmendRequested amend) {
      return amend.orderId();
    } else if (result instanceof TurnResult.HeldOrderChanged changed) {
      return changed.orderId();
    } else if (result instanceof TurnResult.LegReduced reduced) {
      return reduced.orderId();
    } else if (result instanceof TurnResult.ReplaceRequested replaced) {
      return replaced.orderId();
    }
    return Tidings.of(result);
  }

  private void write() {
    for (ClientOrderId id : orders) {
      Order order = state.ledger().find(id);
      if (order != null) {
        decider.emit(new TurnResult.OrderKept(order));
      }
    }
    for (PositionKey key : positions) {
      InstrumentMarket market = state.market().find(key.instrument());
      if (market != null && state.portfolio().row(key) != Portfolio.NO_ROW) {
        decider.emit(
            new TurnResult.PositionKept(
                state.portfolio().position(key, market.instrument()),
                market.valuationPrice().orElse(null)));
      }
    }
  }
}
