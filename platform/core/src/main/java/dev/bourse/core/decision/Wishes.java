package dev.bourse.core.decision;

import dev.bourse.api.alert.Alert;
import dev.bourse.api.event.ControlEvent;
import dev.bourse.api.event.Event;
import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.OrderType;
import dev.bourse.api.model.Position;
import dev.bourse.api.model.StrategyId;
import dev.bourse.api.model.TraderStatus;
import dev.bourse.core.state.Effects;
import dev.bourse.core.state.TraderState;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Carries out what people asked for and what a latched status demands: cancels, closes, orders by
 * hand.
 */
final class Wishes {
  private final TraderState state;
  private final Decider decider;
  private final Closings closings;

  Wishes(TraderState state, Decider decider) {
    this.state = state;
    this.decider = decider;
    this.closings = new Closings(state);
  }

  /** Ends orders that never left, as asked for or as the status demands, before anybody is told. */
  void before(Event event, Effects effects) {
    TraderStatus status = state.flags().status();
    boolean halted = status == TraderStatus.HALTED;
    boolean stops = status == TraderStatus.STOPPING && state.settings().cancelEntriesOnStop();
    boolean flattens = state.flags().isFlattening() && mayFlatten(status);
    boolean cancels =
        event instanceof ControlEvent.Cancel || event instanceof ControlEvent.CancelAll;
    if (!(halted || stops || flattens || cancels)) {
      return;
    }
    for (Order order : state.ledger().live()) {
      String wanted = order.status() == OrderStatus.EMULATED ? wanted(order, event) : "";
      if (!wanted.isEmpty()) {
        decider.endHeld(order, wanted, effects);
      } else if (order.status() == OrderStatus.EMULATED && flattens) {
        decider.endHeld(order, "flatten", effects);
      } else if (order.status() == OrderStatus.EMULATED && order.entry() && (halted || stops)) {
        decider.endHeld(order, halted ? "halted" : "the trader stops", effects);
      }
    }
  }

  private static String wanted(Order order, Event event) {
    if (event instanceof ControlEvent.CancelAll all) {
      return all.isMeant(order) ? reason(all) : "";
    }
    boolean meant =
        event instanceof ControlEvent.Cancel cancel && cancel.orderId().equals(order.id());
    return meant ? "by " + ((ControlEvent.Cancel) event).by() : "";
  }

  private static String reason(ControlEvent.CancelAll all) {
    StrategyId strategy = all.strategy();
    return "all "
        + (all.entriesOnly() ? "entries" : "orders")
        + (strategy == null ? "" : " of " + strategy)
        + ", by "
        + all.by();
  }

  /** Carries out the event's own wish. */
  void control(Event event) {
    if (event instanceof ControlEvent.CancelAll all) {
      Stream.of(state.ledger().live(), state.ledger().comingAgain(null))
          .flatMap(List::stream)
          .filter(all::isMeant)
          .forEach(order -> decider.cancel(order, reason(all), false));
    } else if (event instanceof ControlEvent.Cancel cancel) {
      Order order = state.ledger().find(cancel.orderId());
      if (order == null) {
        decider.note(Alert.Level.INFO, "there is no order " + cancel.orderId() + " to cancel");
      } else if (!decider.cancel(order, "by " + cancel.by(), false)) {
        decider.note(
            Alert.Level.WARNING,
            "order "
                + order.id()
                + " cannot be cancelled while the trader is "
                + state.flags().status());
      }
    } else if (event instanceof ControlEvent.Submit submit) {
      AccountId account = accountOf(submit.spec());
      decider.order(account, StrategyId.MANUAL, submit.spec());
    } else if (event instanceof ControlEvent.SubmitList submit) {
      AccountId account = accountOf(submit.list().orders().get(0));
      decider.list(account, StrategyId.MANUAL, submit.list(), Readings.NONE, false);
    }
  }

  /** An order by hand goes to the account that trades the instrument, else to the first. */
  private AccountId accountOf(OrderSpec spec) {
    return state.strategies().values().stream()
        .filter(entry -> entry.instruments().contains(spec.instrument().id()))
        .map(entry -> entry.account())
        .findFirst()
        .orElse(state.settings().accounts().get(0));
  }

  /**
   * Does what the status demands, again and again until it is done: at once when a person asks,
   * after a refusal only when the retry timer has fired.
   */
  void demands(Event event) {
    TraderStatus status = state.flags().status();
    boolean demanding = status == TraderStatus.HALTED || status == TraderStatus.STOPPING;
    if (!demanding && !state.flags().isFlattening()) {
      return;
    }
    if (state.isResting() && !(event instanceof ControlEvent)) {
      return;
    }
    if (status == TraderStatus.HALTED) {
      cancelEntries("halted");
    } else if (status == TraderStatus.STOPPING && state.settings().cancelEntriesOnStop()) {
      cancelEntries("the trader stops");
    }
    if (state.flags().isFlattening() && mayFlatten(status)) {
      flatten();
    }
  }

  /** A halt or a failed plug-in must not keep a person from closing positions. */
  private static boolean mayFlatten(TraderStatus status) {
    return switch (status) {
      case PAUSED, HALTED, FAULTED -> true;
      default -> false;
    };
  }

  private void cancelEntries(String reason) {
    if (state.ledger().cancellableEntries() == 0) {
      return;
    }
    cancel(state.ledger().live().stream().filter(Order::entry).toList(), reason);
  }

  private void cancel(Iterable<Order> orders, String reason) {
    orders.forEach(order -> decider.cancel(order, reason, false));
  }

  /**
   * Entries first; then, of each position by itself, resting exits give way and it is closed at the
   * market. A venue that is not there keeps its exits: nothing could be closed in their stead. One
   * that came back is compared first: what was sold there meanwhile is not sold again.
   */
  private void flatten() {
    if (state.ledger().cancellable() > 0) {
      for (Order order : state.ledger().live()) {
        boolean exit = !order.entry() && !order.isWaiting();
        boolean rests = order.spec().type() != OrderType.MARKET;
        if (!exit || (rests && closings.mayGiveWay(order))) {
          decider.cancel(order, "flatten", false);
        }
      }
    }
    for (Position position : state.portfolio().open()) {
      OrderSpec close = state.isDust(position) ? null : closings.close(position);
      if (close != null && closings.isCurrent(position.account())) {
        decider.order(position.account(), position.strategy(), close);
      }
    }
  }

  /** Ends a flatten that came to its end, and says so. */
  void settle() {
    if (state.settleFlatten()) {
      String dust =
          state.portfolio().open().stream()
              .map(each -> each.quantity() + " of " + each.instrument().id())
              .collect(Collectors.joining(", "));
      decider.note(
          Alert.Level.INFO,
          "flat: every position is closed, no order is live"
              + (dust.isEmpty() ? "" : "; too little to be sold is left: " + dust));
    }
  }
}
