package dev.bourse.core.decision;

import dev.bourse.api.alert.Alert;
import dev.bourse.api.event.TimerEvent;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.OrderType;
import dev.bourse.api.model.Position;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.TraderStatus;
import dev.bourse.api.trace.TurnResult;
import dev.bourse.api.trace.TurnResult.Protection;
import dev.bourse.api.trader.Safeguards.UnprotectedView;
import dev.bourse.core.ledger.OrderLedger;
import dev.bourse.core.lists.ListRules;
import dev.bourse.core.portfolio.PositionKey;
import dev.bourse.core.protection.ProtectionBook.Exposure;
import dev.bourse.core.settings.Guards;
import dev.bourse.core.state.Effects;
import dev.bourse.core.state.TraderState;
import dev.bourse.core.status.StatusTable;
import dev.bourse.core.status.TraderFlags;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that no position is longer without its declared stop than {@code protect.within}:
 * people are told, and if it is to, the engine closes it. Looks at the end of every turn but market
 * data; decides live only.
 */
final class ProtectionWatch {
  /** The engine's timers that look at a position again, followed by whose it is. */
  private static final String TIMER = "protect ";

  private final TraderState state;
  private final Decider decider;
  private final ListKeeper lists;
  private final Guards guards;
  private final Closings closings;
  private final TreeSet<PositionKey> begun = new TreeSet<>();

  ProtectionWatch(TraderState state, Decider decider, ListKeeper lists) {
    this.state = state;
    this.decider = decider;
    this.lists = lists;
    this.guards = state.settings().guards();
    this.closings = new Closings(state);
  }

  /** Looks at every position. */
  void look(Effects effects, List<TurnResult> results) {
    List<ClientOrderId> unborn = decider.takeUnborn();
    boolean nothing = state.portfolio().open().isEmpty() && state.protection().all().isEmpty();
    if (nothing || !guards.watchesProtection() || !state.flags().isRecovered()) {
      return;
    }
    takenBack(results).forEach(this::forgive);
    Map<PositionKey, Order> lost = lost(effects, results, unborn);
    TreeSet<PositionKey> gone = new TreeSet<>(state.protection().all().keySet());
    for (Position position : state.portfolio().open()) {
      PositionKey key = PositionKey.of(position);
      if (!state.isDust(position)) {
        gone.remove(key);
        judge(position, key, lost.get(key));
        act(position, key, effects);
      }
    }
    gone.forEach(key -> restored(key, "it is closed"));
  }

  /**
   * Stops that ended in this turn, by whose they were; not those that were denied with their entry,
   * for they were never for what is held besides. One that was too small for the venue at its own
   * price counts if it was for all that is held: that may be large enough at the market's.
   */
  private Map<PositionKey, Order> lost(
      Effects effects, List<TurnResult> results, List<ClientOrderId> unborn) {
    Map<PositionKey, Order> lost = new TreeMap<>();
    effects.lost().forEach(order -> lose(lost, order));
    for (TurnResult result : results) {
      Order denied = null;
      if (result instanceof TurnResult.OrderDenied refused) {
        denied = refused.order();
      } else if (result instanceof TurnResult.HeldOrderEnded ended) {
        Order order = state.ledger().find(ended.orderId());
        boolean taken = order != null && ended.status() == OrderStatus.CANCELED && isNever(order);
        denied = taken ? null : order;
      }
      if (denied != null
          && (denied.status() == OrderStatus.DENIED || wasForAll(denied))
          && !unborn.contains(denied.id())) {
        lose(lost, denied);
      }
    }
    return lost;
  }

  /** Stops that were lost and to come again, and that their owner does not want any more. */
  private List<Order> takenBack(List<TurnResult> results) {
    List<Order> taken = new ArrayList<>();
    for (TurnResult result : results) {
      Order order =
          result instanceof TurnResult.HeldOrderEnded ended
                  && ended.status() == OrderStatus.CANCELED
              ? state.ledger().find(ended.orderId())
              : null;
      if (order != null && isNever(order) && Cover.isStop(order)) {
        taken.add(order);
      }
    }
    return taken;
  }

  /** Whether the venue never had an order. */
  private static boolean isNever(Order order) {
    return order.status() == OrderStatus.DENIED || order.status() == OrderStatus.REJECTED;
  }

  private void forgive(Order taken) {
    PositionKey key = OrderLedger.key(taken);
    Exposure before = state.protection().find(key);
    if (before != null) {
      Quantity lost = before.lost();
      Quantity part = Cover.resting(taken).withDecimals(lost.decimals()).min(lost);
      change(key, before.stage(), before.since(), lost.minus(part), before.why());
    }
  }

  private boolean wasForAll(Order ended) {
    Position held =
        state.portfolio().open().stream()
            .filter(each -> PositionKey.of(each).equals(OrderLedger.key(ended)))
            .findFirst()
            .orElse(null);
    return held != null
        && ListRules.dustLeft(ended)
            .filter(left -> left.compareTo(held.instrument().roundDown(held.quantity())) >= 0)
            .isPresent();
  }

  private static void lose(Map<PositionKey, Order> lost, Order order) {
    if (Cover.isLost(order)) {
      lost.put(OrderLedger.key(order), order);
    }
  }

  private void judge(Position position, PositionKey key, @Nullable Order gone) {
    Exposure before = state.protection().find(key);
    Cover cover = Cover.of(state, position, key, lists);
    Quantity wanted = wanted(cover, gone, before);
    boolean covered = cover.covers(wanted, position);
    boolean late = before != null && before.isUnprotected();
    if (cover.complete() && covered && (!late || cover.works().isPositive())) {
      restored(key, "its stop works");
      return;
    }
    Quantity lost = covered ? Quantity.zero(wanted.decimals()) : wanted;
    String why = reason(cover, gone, before);
    if (before == null) {
      change(key, Protection.EXPOSED, state.time(), lost, why);
      wake(key, guards.protectWithin());
    } else if (before.stage() == Protection.EXPOSED
        && state.time() - before.since() >= guards.protectWithin()) {
      unprotected(position, key, new Exposure(before.stage(), before.since(), lost, why));
    } else if (!before.lost().equals(lost)) {
      change(key, before.stage(), before.since(), lost, late ? before.why() : why);
    }
  }

  /** How much must work before what was lost is made good. */
  private static Quantity wanted(Cover cover, @Nullable Order gone, @Nullable Exposure before) {
    Quantity none = Quantity.zero(cover.works().decimals());
    Quantity former = before == null ? none : before.lost().withDecimals(none.decimals());
    if (gone == null) {
      return former;
    }
    Quantity sum = cover.works().plus(Cover.resting(gone).withDecimals(none.decimals()));
    return sum.compareTo(former) > 0 ? sum : former;
  }

  private static String reason(Cover cover, @Nullable Order gone, @Nullable Exposure before) {
    if (gone != null) {
      return "stop " + gone.id() + " is " + gone.status() + ": " + gone.reason();
    }
    return cover.why().isEmpty() && before != null ? before.why() : cover.why();
  }

  private void unprotected(Position position, PositionKey key, Exposure now) {
    Protection stage = guards.closeUnprotected() ? Protection.CLOSING : Protection.UNPROTECTED;
    String sentence =
        "UNPROTECTED: "
            + position.side()
            + " "
            + position.instrument().roundDown(position.quantity())
            + " of "
            + key.instrument()
            + (key.position().isNamed() ? " (" + key.position() + ")" : "")
            + ", strategy "
            + key.strategy()
            + ", account "
            + key.account()
            + ", has had no working stop for "
            + TimeUnit.NANOSECONDS.toSeconds(state.time() - now.since())
            + " s"
            + ": "
            + now.why()
            + remedy(position, key);
    change(key, stage, state.time(), now.lost(), sentence);
    begun.add(key);
    decider.note(Alert.Level.CRITICAL, sentence);
  }

  private String remedy(Position position, PositionKey key) {
    if (!guards.closeUnprotected()) {
      return ". Close it by hand or place a new stop";
    }
    if (!mayAct(key)) {
      return ". It is closed at the market once the venue is reached and compared, unless its stop"
          + " works then";
    }
    Quantity whole = position.instrument().roundDown(position.quantity());
    Quantity certain = closings.certain(position);
    if (certain.compareTo(whole) >= 0) {
      return ". It is being closed at the market";
    }
    return ". Only "
        + certain
        + " of it can be closed at the market: an order of unknown fate may have closed the rest."
        + " Look at the venue; what it does not list is ended by trader:reconcile --accept";
  }

  private void restored(PositionKey key, String how) {
    Exposure before = state.protection().find(key);
    if (before == null) {
      return;
    }
    change(key, Protection.RESTORED, state.time(), before.lost(), how);
    if (before.isUnprotected()) {
      decider.note(
          Alert.Level.INFO,
          "position of strategy "
              + key.strategy()
              + " in "
              + key.instrument()
              + " on account "
              + key.account()
              + " is not unprotected any more: "
              + how);
    }
  }

  /**
   * Cancels what is left, then closes: at once, when a cancel is proven, and again when that came
   * to nothing.
   */
  private void act(Position position, PositionKey key, Effects effects) {
    Exposure now = state.protection().find(key);
    if (now == null || now.stage() != Protection.CLOSING || !mayAct(key)) {
      return;
    }
    boolean again = state.time() - now.since() >= state.settings().inFlightInterval();
    if (!(again || begun.remove(key) || isCanceled(key, effects))) {
      return;
    }
    for (Order order : state.ledger().live(key)) {
      boolean closes = order.spec().type() == OrderType.MARKET && !order.entry();
      if (!closes || order.isWaiting()) {
        decider.cancel(order, "UNPROTECTED", false);
      }
    }
    OrderSpec close = closings.close(position);
    if (close != null) {
      decider.order(key.account(), key.strategy(), close);
    }
    if (again) {
      change(key, Protection.CLOSING, state.time(), now.lost(), now.why());
    }
    wake(key, state.settings().inFlightInterval());
  }

  private static boolean isCanceled(PositionKey key, Effects effects) {
    return effects.changes().stream()
        .map(Effects.OrderChange::order)
        .anyMatch(
            order -> order.status() == OrderStatus.CANCELED && OrderLedger.key(order).equals(key));
  }

  /** A flatten closes by itself; nothing is done that the venue may have seen to meanwhile. */
  private boolean mayAct(PositionKey key) {
    TraderStatus status = state.flags().status();
    TraderFlags.AccountFlags account = state.flags().account(key.account());
    return !state.flags().isFlattening()
        && account.connected()
        && account.reconciled()
        && StatusTable.of(status).reduce().allows(false);
  }

  private void wake(PositionKey key, long after) {
    String name = TIMER + key.account() + " " + key.strategy() + " " + key.instrument();
    decider.emit(
        new TurnResult.TimerSet(
            TimerEvent.ENGINE, (name + " " + key.position()).strip(), state.time() + after));
  }

  private void change(PositionKey key, Protection stage, long since, Quantity lost, String why) {
    decider.emit(
        new TurnResult.ProtectionChanged(
            key.account(),
            key.strategy(),
            key.instrument(),
            key.position(),
            stage,
            since,
            lost,
            why));
  }

  /** All of them, for people. */
  List<UnprotectedView> views() {
    List<UnprotectedView> views = new ArrayList<>();
    state
        .protection()
        .all()
        .forEach(
            (key, each) ->
                views.add(
                    new UnprotectedView(
                        key.account(),
                        key.strategy(),
                        key.instrument(),
                        key.position(),
                        each.stage(),
                        each.since(),
                        each.why())));
    return views;
  }
}
