package dev.bourse.core.decision;

import dev.bourse.api.alert.Alert;
import dev.bourse.api.event.TimerEvent;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderChange;
import dev.bourse.api.model.OrderLink;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Side;
import dev.bourse.api.risk.DenialCode;
import dev.bourse.api.risk.RiskDecision;
import dev.bourse.api.trace.Explanation;
import dev.bourse.api.trace.TurnResult;
import dev.bourse.core.ledger.ListReason;
import dev.bourse.core.ledger.OrderLedger;
import dev.bourse.core.ledger.OrderMoves;
import dev.bourse.core.ledger.OwnerBook;
import dev.bourse.core.lists.BracketTerms;
import dev.bourse.core.lists.ListFacts;
import dev.bourse.core.lists.ListMove;
import dev.bourse.core.lists.ListRules;
import dev.bourse.core.lists.Renewals;
import dev.bourse.core.state.BracketFold;
import dev.bourse.core.state.Effects;
import dev.bourse.core.state.TraderState;
import dev.bourse.core.status.StatusTable;
import dev.bourse.core.status.TraderFlags;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Carries out what follows for the orders of lists, before strategies are asked. What may not be
 * done now is tried again with the next event.
 */
final class ListKeeper {
  /** More moves in one turn than any list can need. */
  private static final int MAX_MOVES = 100;

  private final TraderState state;
  private final TraderFacts facts;
  private final Decider decider;
  private final Recheck recheck;
  private final OrderDraft draft;

  ListKeeper(
      TraderState state, TraderFacts facts, Decider decider, Recheck recheck, OrderDraft draft) {
    this.state = state;
    this.facts = facts;
    this.decider = decider;
    this.recheck = recheck;
    this.draft = draft;
  }

  /** Settles the lists of an instrument, or of all. */
  void settle(@Nullable InstrumentId instrument, Effects effects) {
    List<ClientOrderId> lists = state.ledger().lists(instrument);
    if (lists.isEmpty() || !mayAct()) {
      return;
    }
    for (ClientOrderId id : lists) {
      settle(id, effects);
    }
  }

  /** A flatten ends the orders of lists like all others; nothing takes their place then. */
  private boolean mayAct() {
    return !state.flags().isFlattening() && StatusTable.of(facts.status()).cancel().allows(false);
  }

  private void settle(ClientOrderId id, Effects effects) {
    Set<ClientOrderId> skipped = new TreeSet<>();
    for (int moves = 0; moves < MAX_MOVES; moves++) {
      List<Order> orders = state.ledger().list(id);
      ListMove move = orders.isEmpty() ? null : ListRules.next(look(orders), skipped);
      if (move == null) {
        return;
      }
      if (!done(move, effects)) {
        skipped.add(move.order().id());
      }
    }
  }

  /** What of its position should rest with an order now. */
  Quantity need(Order order) {
    OrderLink link = order.link();
    return link == null || link.leg() == null
        ? order.unfilled()
        : look(state.ledger().list(link.list())).need(order);
  }

  private ListFacts look(List<Order> orders) {
    Order one = orders.get(0);
    Instrument own = one.spec().instrument();
    Instrument rules = facts.instrument(own.id()).orElse(own);
    OwnerBook book = state.ledger().book(OrderLedger.key(one));
    int decimals = rules.quantityDecimals();
    Map<Side, Quantity> outstanding = new EnumMap<>(Side.class);
    for (Side side : Side.values()) {
      outstanding.put(side, book.outstanding(side, decimals).plus(pending(one, side, decimals)));
    }
    return new ListFacts(
        orders,
        rules,
        facts.position(one.account(), one.strategy(), one.spec()),
        outstanding,
        facts.referencePrice(rules).orElse(null),
        orders.stream()
            .map(Order::id)
            .filter(state.held()::isPassed)
            .collect(Collectors.toCollection(TreeSet::new)),
        facts.lists(one.account()),
        state.engineTimers().isSet(TimerEvent.ENGINE, BracketFold.timer(link(one).list())),
        state.time(),
        state.settings().inFlightInterval());
  }

  /**
   * What exits of other lists that wait at the venue are for, of what their entries have filled: it
   * is not there for those of this list.
   */
  private Quantity pending(Order one, Side side, int decimals) {
    Map<ClientOrderId, Quantity> lists = new TreeMap<>();
    for (Order each : state.ledger().live(OrderLedger.key(one))) {
      Order entry = each.isPending() ? state.ledger().find(link(each).list()) : null;
      boolean wanted = each.spec().side() == side;
      if (entry != null && wanted && !entry.id().equals(link(one).list())) {
        Quantity received = BracketTerms.received(entry.spec(), entry.filled());
        Quantity part = each.spec().quantity().min(received);
        lists.merge(entry.id(), part, (a, b) -> a.compareTo(b) > 0 ? a : b);
      }
    }
    Quantity none = Quantity.zero(decimals);
    return lists.values().stream()
        .map(each -> each.withDecimals(decimals))
        .reduce(none, Quantity::plus);
  }

  private static OrderLink link(Order order) {
    return Objects.requireNonNull(order.link(), "an order of a list has a link");
  }

  /** Carries a move out; false if it may not be done now. */
  private boolean done(ListMove move, Effects effects) {
    if (move instanceof ListMove.Activate activate) {
      return activate(activate, effects);
    } else if (move instanceof ListMove.Release release) {
      return decider.release(release.order(), effects);
    } else if (move instanceof ListMove.MakeWay way) {
      return makeWay(way, effects);
    } else if (move instanceof ListMove.End end) {
      end(end, effects);
      return true;
    } else if (move instanceof ListMove.Cancel cancel) {
      decider.takeBack(cancel.order(), cancel.reason(), effects);
      return true;
    } else if (move instanceof ListMove.Resize resize) {
      return resize(resize);
    } else if (move instanceof ListMove.Both both) {
      return done(both.stop(), effects) && done(both.target(), effects);
    } else if (move instanceof ListMove.Replace replace) {
      String reason = "REPLACED: quantity=" + replace.quantity();
      decider.emit(new TurnResult.ReplaceRequested(replace.order().id(), reason));
      return true;
    } else if (move instanceof ListMove.Reduce reduce) {
      decider.emit(
          new TurnResult.LegReduced(reduce.order().id(), reduce.quantity(), reduce.taken()));
      return true;
    }
    return renew((ListMove.Renew) move, effects);
  }

  private void end(ListMove.End move, Effects effects) {
    Order order = move.order();
    decider.end(order, OrderStatus.CANCELED, move.reason(), effects);
    if (ListRules.isDust(move)) {
      decider.note(
          Alert.Level.WARNING,
          "order "
              + order.id()
              + " ends, for what is left of "
              + order.spec().instrument().id()
              + " is less than the venue takes: "
              + move.reason());
    }
  }

  private boolean activate(ListMove.Activate move, Effects effects) {
    Order order = move.order();
    Recheck.Answer answer = recheck.release(order, order.spec().withQuantity(move.quantity()));
    RiskDecision.Denied denial = answer.denial();
    if (denial != null) {
      return decider.refused(order, denial, "its parent filled", effects);
    }
    decider.emit(
        new TurnResult.LegActivated(
            order.id(), move.quantity(), move.taken(), isHeld(order), why(order, answer)));
    decider.tell(order.id(), effects);
    return true;
  }

  /** A venue refuses a stop that the market has passed already; here it leaves at once. */
  private boolean isHeld(Order order) {
    Price now = facts.referencePrice(order.spec().instrument()).orElse(null);
    return facts.holds(order) || ListRules.isPassed(order.spec(), now);
  }

  /** Only for an order that may leave: otherwise the one at the venue is better than none. */
  private boolean makeWay(ListMove.MakeWay move, Effects effects) {
    Order order = move.order();
    Recheck.Answer answer =
        recheck.release(order, order.spec().triggered(state.held().limit(order.id())));
    RiskDecision.Denied denial = answer.denial();
    if (denial != null) {
      return decider.refused(order, denial, "its trigger was passed", effects);
    }
    String reason =
        ListReason.GIVES_WAY.because("order=" + order.id() + " because=its trigger was passed");
    decider.takeBack(move.resting(), reason, effects);
    return true;
  }

  private boolean resize(ListMove.Resize move) {
    Order order = move.order();
    OrderChange change = OrderChange.quantity(move.quantity());
    Recheck.Answer answer = recheck.resize(order, move.quantity());
    boolean here = order.status() == OrderStatus.EMULATED;
    if (answer.denial() != null && !here) {
      return false;
    }
    decider.emit(
        here
            ? new TurnResult.HeldOrderChanged(order.id(), change, why(order, answer))
            : new TurnResult.AmendRequested(order.id(), change, why(order, answer)));
    return true;
  }

  /**
   * Not before the account is compared: what is decided while its venue is away would be forgotten
   * by a restart, and the venue may have ended the position meanwhile. One that the gate refuses
   * stays due, a pause later and each time longer.
   */
  private boolean renew(ListMove.Renew move, Effects effects) {
    Order before = move.order();
    TraderFlags.AccountFlags account = state.flags().account(before.account());
    if (!account.connected() || !account.reconciled()) {
      return false;
    }
    Order order = draft.successor(before, move.quantity(), move.taken());
    Recheck.Answer answer = recheck.release(order, order.spec());
    RiskDecision.Denied denial = answer.denial();
    if (denial != null && denial.code().equals(DenialCode.TRADER_NOT_RUNNING)) {
      return false;
    }
    if (denial != null && denial.code().equals(DenialCode.EXPIRE_TIME_IN_PAST)) {
      decider.end(before, OrderStatus.EXPIRED, denial.toString(), effects);
      decider.note(Alert.Level.CRITICAL, decider.unprotected(order, denial, "it was to replace"));
      return true;
    }
    if (denial != null) {
      deny(before, order, denial, answer);
    } else {
      decider.approve(order, isHeld(order), why(order, answer));
    }
    decider.tell(order.id(), effects);
    return denial == null;
  }

  /** People hear of a refusal once, however often it is tried. */
  private void deny(Order before, Order order, RiskDecision.Denied denial, Recheck.Answer answer) {
    Order denied =
        OrderMoves.replaced(order.with(OrderStatus.DENIED, denial.toString(), state.time()));
    decider.emit(new TurnResult.OrderDenied(denied, why(order, answer)));
    if (!before.reason().startsWith(denial.code().value())) {
      decider.note(Alert.Level.CRITICAL, decider.unprotected(order, denial, "it was to replace"));
    }
    OrderLink link = order.link();
    List<Order> list = link == null ? List.of() : state.ledger().list(link.list());
    long patience = state.settings().inFlightInterval();
    decider.emit(
        new TurnResult.TimerSet(
            TimerEvent.ENGINE, "renew " + order.id(), Renewals.notBefore(denied, list, patience)));
  }

  private Explanation why(Order order, Recheck.Answer answer) {
    return draft.why(order, Readings.NONE, answer.checks());
  }
}
