package dev.bourse.core.decision;

import dev.bourse.api.exchange.Capabilities;
import dev.bourse.api.model.MarginTerms;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderChange;
import dev.bourse.api.model.OrderLink;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.risk.DenialCode;
import dev.bourse.api.risk.RiskDecision;
import dev.bourse.core.ledger.OrderMoves;
import dev.bourse.core.risk.Checks;
import dev.bourse.core.risk.GateDecision;
import dev.bourse.core.risk.GateFacts;
import dev.bourse.core.risk.RiskGate;
import dev.bourse.core.risk.Throttle;
import dev.bourse.core.state.TraderState;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Asks the gate about an order that is live already, changed or released, as if the order it
 * replaces were not there, so that nothing counts twice. Not thread-safe.
 */
final class Recheck {
  /**
   * What the gate says.
   *
   * @param denial code and numbers, or null for yes
   * @param checks what was asked and answered
   */
  record Answer(RiskDecision.@Nullable Denied denial, Checks checks) {}

  private final TraderState state;
  private final RiskGate gate;
  private final GateFacts facts;

  Recheck(TraderState state, RiskGate gate, GateFacts facts) {
    this.state = state;
    this.gate = gate;
    this.facts = facts;
  }

  /** Whether the order waits for the answer to an amend or a cancel. */
  static boolean isPending(Order order) {
    return order.status() == OrderStatus.PENDING_UPDATE
        || order.status() == OrderStatus.PENDING_CANCEL;
  }

  /** Whether a live order may be changed. */
  Answer amend(Order order, OrderChange change, boolean strategy) {
    RiskDecision.Denied denial = order.status() == OrderStatus.EMULATED ? null : possible(order);
    if (denial == null && order.link() != null && change.quantity() != null) {
      denial =
          DenialCode.INVALID_CHANGE.because(
              change + " because=the quantities of a list follow its fills");
    }
    OrderSpec spec = null;
    if (denial == null) {
      try {
        spec = change.applied(order.spec());
      } catch (IllegalArgumentException | ArithmeticException e) {
        denial = DenialCode.INVALID_CHANGE.because(change + " because=" + e.getMessage());
      }
    }
    if (spec == null || denial != null) {
      return new Answer(denial, none(order, denial));
    }
    if (spec.quantity().compareTo(order.filled()) <= 0) {
      RiskDecision.Denied less =
          DenialCode.QUANTITY_NOT_ABOVE_FILLED.because(
              "quantity=" + spec.quantity() + " filled=" + order.filled());
      return new Answer(less, none(order, less));
    }
    return order.isWaiting()
        ? form(order, spec)
        : asked(order, spec, strategy, facts.amendThrottle());
  }

  /** Whether an order of a list may get another quantity, as its list demands. */
  Answer resize(Order order, Quantity quantity) {
    return asked(order, order.spec().withQuantity(quantity), false, null);
  }

  private Answer form(Order order, OrderSpec spec) {
    GateDecision decision = gate.form(blank(order, spec, order.entry()).withLink(order.link()));
    return new Answer(
        decision instanceof GateDecision.Denied refused ? refused.denial() : null,
        decision.checks());
  }

  /** Whether an order that waited here for its trigger may go out as what it became. */
  Answer release(Order order, OrderSpec spec) {
    return asked(order, spec, false, null);
  }

  private RiskDecision.@Nullable Denied possible(Order order) {
    Optional<Capabilities> can = facts.capabilities(order.account());
    if (can.isPresent() && !can.get().amend()) {
      return DenialCode.UNSUPPORTED_ORDER.because("amend=true supported=false");
    }
    boolean works =
        switch (order.status()) {
          case ACCEPTED, TRIGGERED, PARTIALLY_FILLED -> !order.unknown();
          default -> false;
        };
    return works
        ? null
        : DenialCode.ORDER_NOT_WORKING.because(
            "status=" + order.status() + " unknown=" + order.unknown());
  }

  /** What is left of the changed order is judged like a new one. */
  private Answer asked(Order order, OrderSpec spec, boolean strategy, @Nullable Throttle throttle) {
    Quantity left = spec.quantity().minus(order.filled());
    OrderSpec rest = spec.withQuantity(left);
    List<Order> aside = aside(order);
    aside.forEach(each -> state.ledger().update(gone(each)));
    try {
      boolean entry = !gate.reduces(order.account(), order.strategy(), rest);
      Order judged = blank(order, rest, entry);
      GateDecision decision = gate.check(judged, strategy, throttle);
      RiskDecision.Denied denial =
          decision instanceof GateDecision.Denied refused ? refused.denial() : null;
      if (denial == null && entry && !order.entry()) {
        denial = DenialCode.NOT_REDUCING.because("quantity=" + left);
      } else if (denial == null && !entry && order.entry() && isForOneSide(order)) {
        denial = DenialCode.EXCEEDS_POSITION.because("side=" + order.positionSide() + " is over");
      }
      return new Answer(denial, decision.checks());
    } finally {
      aside.forEach(state.ledger()::update);
    }
  }

  /** Whether the venue was to book it on one side of the contract, which it cannot change now. */
  private boolean isForOneSide(Order order) {
    return !order.spec().instrument().isSpot()
        && facts.terms(order.account()).map(MarginTerms::hedged).orElse(false);
  }

  /** The order itself, and those that never fill what it fills. */
  private List<Order> aside(Order order) {
    OrderLink link = order.link();
    if (link == null || !link.isShared()) {
      return state.ledger().find(order.id()) == null ? List.of() : List.of(order);
    }
    return state.ledger().list(link.list()).stream()
        .filter(Order::isLive)
        .filter(each -> each.link() != null && each.link().isShared())
        .toList();
  }

  private static Order gone(Order order) {
    Order proven = order.unknown() ? order.withUnknown(false, order.updatedAt()) : order;
    return proven.with(OrderStatus.CANCELED, "", order.updatedAt());
  }

  private Order blank(Order order, OrderSpec rest, boolean entry) {
    return new Order(
            order.id(),
            order.account(),
            order.strategy(),
            rest,
            OrderStatus.INITIALIZED,
            false,
            null,
            Quantity.zero(rest.instrument().quantityDecimals()),
            rest.instrument().settlement().zero(),
            entry,
            state.market().referencePrice(rest.instrument().id()).orElse(null),
            state.time(),
            state.time(),
            "")
        .withLink(OrderMoves.working(order.link()));
  }

  private static Checks none(Order order, RiskDecision.@Nullable Denied denial) {
    return new Checks(
        order.entry(), order.spec().instrument().settlement().zero(), denial, List.of(), List.of());
  }
}
