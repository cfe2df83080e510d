package dev.bourse.core.decision;

import dev.bourse.api.alert.Alert;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderChange;
import dev.bourse.api.model.OrderList;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.StrategyId;
import dev.bourse.api.trace.Turn;
import dev.bourse.api.trace.TurnResult;
import dev.bourse.core.risk.Amounts;
import dev.bourse.core.state.Effects;
import dev.bourse.core.state.ResultFold;
import dev.bourse.core.state.TraderState;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Compares what strategies want with what was recorded, and applies only what was recorded. The
 * record wins; a difference is a sentence.
 */
final class Rehearsal implements Requests {
  private final TraderState state;
  private final ResultFold results;
  private final OrderDraft draft;
  private final List<Order> denied = new ArrayList<>();
  private final List<String> differences = new ArrayList<>();
  private List<TurnResult> recorded = List.of();
  private int applied;
  private long sequence;

  Rehearsal(TraderState state) {
    this.state = state;
    this.results = new ResultFold(state);
    this.draft = new OrderDraft(state);
  }

  void begin(Turn turn) {
    recorded = turn.results();
    sequence = turn.sequence();
    applied = 0;
    differences.clear();
  }

  /**
   * Applies what no strategy asked for; returns the differences found.
   *
   * @param rehearsed whether the record's strategy was asked again, so that it should have wanted
   *     its orders again
   */
  List<String> end(Predicate<StrategyId> rehearsed) {
    while (applied < recorded.size()) {
      TurnResult result = recorded.get(applied++);
      if (result instanceof TurnResult.OrderApproved approved
          && rehearsed.test(approved.order().strategy())) {
        differ(
            "strategy "
                + approved.order().strategy()
                + " placed "
                + approved.order().spec()
                + " in the record and does not want it now");
      }
      results.apply(result);
    }
    return List.copyOf(differences);
  }

  @Override
  public ClientOrderId order(StrategySlot slot, OrderSpec spec) {
    int index = find(result -> matches(result, slot, spec));
    if (index < 0) {
      differ("strategy " + slot.id() + " now wants " + spec + ", which is not in the record");
      return draft.nextId(slot.id());
    }
    applyThrough(index);
    TurnResult result = recorded.get(index);
    if (result instanceof TurnResult.OrderDenied refused) {
      denied.add(refused.order());
      return refused.order().id();
    }
    return ((TurnResult.OrderApproved) result).order().id();
  }

  @Override
  public List<ClientOrderId> list(StrategySlot slot, OrderList wanted) {
    return wanted.orders().stream().map(spec -> order(slot, spec)).toList();
  }

  private static boolean matches(TurnResult result, StrategySlot slot, OrderSpec spec) {
    Order order = null;
    if (result instanceof TurnResult.OrderApproved approved) {
      order = approved.order();
    } else if (result instanceof TurnResult.OrderDenied refused) {
      order = refused.order();
    }
    return order != null && order.strategy().equals(slot.id()) && Amounts.cameOf(spec, order);
  }

  @Override
  public void cancel(StrategySlot slot, Order order) {
    take(
        result -> isEnd(result, order.id()),
        "strategy " + slot.id() + " now cancels " + order.id());
    Order ended = state.ledger().find(order.id());
    if (order.isLive() && ended != null && !ended.isLive()) {
      denied.add(ended);
    }
  }

  /** Which of the two it was depends on whether its venue ever heard of the order. */
  private static boolean isEnd(TurnResult result, ClientOrderId id) {
    if (result instanceof TurnResult.HeldOrderEnded ended) {
      return ended.orderId().equals(id);
    }
    return result instanceof TurnResult.CancelRequested cancel && cancel.orderId().equals(id);
  }

  /**
   * Applies what was decided before strategies were asked, of orders whose trigger was passed or
   * whose time was over and of those of lists.
   */
  void before(Effects effects) {
    int settled = find(TurnResult.ListsSettled.class::isInstance);
    if (settled < 0) {
      effects.due().forEach(id -> due(id, effects));
      return;
    }
    while (applied <= settled) {
      TurnResult result = recorded.get(applied++);
      results.apply(result);
      ClientOrderId told = Tidings.of(result);
      Order order = told == null ? null : state.ledger().find(told);
      if (order != null) {
        effects.changed(order);
      }
    }
  }

  private void due(ClientOrderId id, Effects effects) {
    while (applied < recorded.size() && isAbout(recorded.get(applied), id)) {
      TurnResult result = recorded.get(applied++);
      results.apply(result);
      Order order = state.ledger().find(id);
      if (order != null && !(result instanceof TurnResult.CancelRequested)) {
        effects.changed(order);
      }
    }
  }

  private static boolean isAbout(TurnResult result, ClientOrderId id) {
    if (result instanceof TurnResult.OrderReleased released) {
      return released.orderId().equals(id);
    }
    if (result instanceof TurnResult.HeldOrderEnded ended) {
      return ended.orderId().equals(id);
    }
    return result instanceof TurnResult.CancelRequested cancel && cancel.orderId().equals(id);
  }

  @Override
  public void amend(StrategySlot slot, Order order, OrderChange change) {
    if (Recheck.isPending(order)) {
      return;
    }
    int index = find(result -> isAmend(result, order, change));
    if (index < 0) {
      differ(
          "strategy "
              + slot.id()
              + " now changes "
              + order.id()
              + " to "
              + change
              + ", which is not in the record");
      return;
    }
    applyThrough(index);
    if (recorded.get(index) instanceof TurnResult.AmendDenied refused) {
      denied.add(order.with(order.status(), refused.reason(), state.time()));
    } else if (recorded.get(index) instanceof TurnResult.HeldOrderChanged) {
      Order changed = state.ledger().find(order.id());
      denied.add(changed == null ? order : changed);
    }
  }

  private static boolean isAmend(TurnResult result, Order order, OrderChange change) {
    if (result instanceof TurnResult.AmendRequested amend) {
      return amend.orderId().equals(order.id()) && amend.change().equals(change);
    }
    if (result instanceof TurnResult.HeldOrderChanged changed) {
      return changed.orderId().equals(order.id()) && changed.change().equals(change);
    }
    return result instanceof TurnResult.AmendDenied refused
        && refused.orderId().equals(order.id())
        && refused.change().equals(change);
  }

  @Override
  public void timer(StrategySlot slot, String name, long deadline) {
    TurnResult wanted = new TurnResult.TimerSet(slot.timerOwner(), name, deadline);
    take(wanted::equals, "strategy " + slot.id() + " now sets timer " + name);
  }

  @Override
  public void cancelTimer(StrategySlot slot, String name) {
    TurnResult wanted = new TurnResult.TimerCanceled(slot.timerOwner(), name);
    take(wanted::equals, "strategy " + slot.id() + " now cancels timer " + name);
  }

  @Override
  public void signal(TurnResult.SignalMoved move) {
    take(move::equals, "strategy " + move.strategy() + " now moves " + move.sentence());
  }

  @Override
  public void warn(String sentence) {
    TurnResult wanted = new TurnResult.Noted(Alert.Level.WARNING, sentence);
    take(wanted::equals, "a strategy now warns: " + sentence);
  }

  private void take(Predicate<TurnResult> wanted, String difference) {
    int index = find(wanted);
    if (index < 0) {
      differ(difference + ", which is not in the record");
    } else {
      applyThrough(index);
    }
  }

  private int find(Predicate<TurnResult> wanted) {
    for (int i = applied; i < recorded.size(); i++) {
      if (wanted.test(recorded.get(i))) {
        return i;
      }
    }
    return -1;
  }

  private void applyThrough(int index) {
    while (applied <= index) {
      results.apply(recorded.get(applied++));
    }
  }

  void differ(String sentence) {
    differences.add("turn " + sequence + " at " + state.time() + ": " + sentence);
  }

  /** Orders whose recorded denial the owners were not told yet; the caller empties it. */
  List<Order> denied() {
    return denied;
  }
}
