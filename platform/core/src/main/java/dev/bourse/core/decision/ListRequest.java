package dev.bourse.core.decision;

import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Contingency;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderLeg;
import dev.bourse.api.model.OrderLink;
import dev.bourse.api.model.OrderList;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.Position;
import dev.bourse.api.model.PositionSide;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Side;
import dev.bourse.api.model.StrategyId;
import dev.bourse.api.risk.DenialCode;
import dev.bourse.api.risk.RiskDecision;
import dev.bourse.core.ledger.OrderMoves;
import dev.bourse.core.lists.BracketTerms;
import dev.bourse.core.lists.ListFacts;
import dev.bourse.core.lists.PairTerms;
import dev.bourse.core.risk.Checks;
import dev.bourse.core.risk.GateDecision;
import dev.bourse.core.risk.RiskGate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Makes the orders of a list and asks the gate about each as if the others were not there: those
 * that share a quantity count once, and those that wait are asked again when they leave.
 */
final class ListRequest {
  /**
   * One order and what the gate says.
   *
   * @param order the order, linked
   * @param denial code and numbers, or null for yes
   * @param checks what was asked and answered
   */
  record Judged(Order order, RiskDecision.@Nullable Denied denial, Checks checks) {
    /** Its own denial, or that of another order of the list. */
    RiskDecision.Denied denialIn(List<Judged> all) {
      if (denial != null) {
        return denial;
      }
      Judged first = all.stream().filter(each -> each.denial() != null).findFirst().orElseThrow();
      return DenialCode.ORDER_LIST_DENIED.because(
          "order=" + first.order().id() + " because=" + first.denial());
    }
  }

  private final OrderDraft draft;
  private final RiskGate gate;
  private final TraderFacts facts;

  ListRequest(OrderDraft draft, RiskGate gate, TraderFacts facts) {
    this.draft = draft;
    this.gate = gate;
    this.facts = facts;
  }

  List<Judged> judge(AccountId account, StrategyId owner, OrderList wanted, boolean strategy) {
    List<Order> orders = make(account, owner, wanted);
    List<Judged> all = new ArrayList<>();
    for (Order order : orders) {
      GateDecision decision = order.isWaiting() ? gate.form(order) : gate.check(order, strategy);
      RiskDecision.Denied denial =
          decision instanceof GateDecision.Denied refused
              ? refused.denial()
              : unheld(order, orders);
      all.add(new Judged(order, denial, decision.checks()));
    }
    return all;
  }

  private List<Order> make(AccountId account, StrategyId owner, OrderList wanted) {
    List<OrderSpec> specs = wanted.orders();
    List<ClientOrderId> ids = new ArrayList<>();
    for (int i = 0; i < specs.size(); i++) {
      ids.add(draft.id(owner, i));
    }
    boolean waits = wanted.first() != null;
    boolean enters = !gate.reduces(account, owner, specs.get(0));
    List<Order> orders = new ArrayList<>();
    for (int i = 0; i < specs.size(); i++) {
      OrderSpec spec = specs.get(i);
      boolean out = waits && i > 0 && enters && spec.side() != specs.get(0).side();
      boolean entry = !out && ((waits && i > 0) || !gate.reduces(account, owner, spec));
      Order order = draft.make(ids.get(i), account, owner, spec, entry);
      orders.add(order.withLink(link(ids, i, spec, wanted)));
    }
    boolean there = waits && facts.lists(account).brackets() && adds(account, owner, specs.get(0));
    return there ? atVenue(orders) : orders;
  }

  /** Whether all that an order fills is held besides what is: exits for all of it then fit. */
  private boolean adds(AccountId account, StrategyId owner, OrderSpec entry) {
    Position held = facts.position(account, owner, entry);
    PositionSide side = entry.side() == Side.BUY ? PositionSide.LONG : PositionSide.SHORT;
    return held.isFlat() || held.side() == side;
  }

  /** The same orders, and where the venue takes them so, the exits are to wait there. */
  private static List<Order> atVenue(List<Order> orders) {
    Quantity exits = BracketTerms.exits(orders);
    if (exits == null) {
      return orders;
    }
    List<Order> all = new ArrayList<>();
    all.add(orders.get(0));
    for (Order order : orders.subList(1, orders.size())) {
      all.add(
          OrderMoves.pending(
              order.withSpec(order.spec().withQuantity(exits), order.status(), order.updatedAt())));
    }
    return all;
  }

  private static OrderLink link(
      List<ClientOrderId> ids, int index, OrderSpec spec, OrderList list) {
    boolean waits = list.first() != null;
    if (waits && index == 0) {
      return new OrderLink(ids.get(0), null, List.of(), Contingency.OTO);
    }
    List<ClientOrderId> others = new ArrayList<>(ids.subList(waits ? 1 : 0, ids.size()));
    others.remove(ids.get(index));
    return new OrderLink(
        ids.get(0),
        waits ? ids.get(0) : null,
        list.contingency() == Contingency.OTO ? List.of() : others,
        list.contingency(),
        OrderLeg.of(
            waits ? index : index + 1,
            spec.quantity(),
            waits ? OrderLeg.Stage.WAITING : OrderLeg.Stage.ACTIVE));
  }

  /** Where the venue does not link orders, only one of a pair can be there at a time. */
  private RiskDecision.@Nullable Denied unheld(Order order, List<Order> orders) {
    OrderLink link = Objects.requireNonNull(order.link(), "an order of a list has a link");
    ListFacts.Venue venue = facts.lists(order.account());
    if (!link.isShared() || venue.links() || facts.holds(order)) {
      return null;
    }
    if (venue.pairs() && isPair(orders)) {
      return null;
    }
    long there =
        orders.stream()
            .filter(each -> each.link() != null && each.link().isShared() && !facts.holds(each))
            .count();
    return there <= 1
        ? null
        : DenialCode.UNSUPPORTED_ORDER.because(
            "linked="
                + link.contingency()
                + (venue.pairs()
                    ? " supported=false: the venue takes a stop and a target on their sides of the"
                        + " price, of one quantity, that neither trail nor hide a part"
                    : " supported=false: with protection=local the platform holds those with a"
                        + " trigger"));
  }

  private static boolean isPair(List<Order> orders) {
    List<OrderSpec> specs =
        orders.stream()
            .filter(each -> each.link() != null && each.link().isShared())
            .map(Order::spec)
            .toList();
    return specs.size() == 2
        && specs.get(0).quantity().equals(specs.get(1).quantity())
        && PairTerms.fit(specs.get(0), specs.get(1));
  }
}
