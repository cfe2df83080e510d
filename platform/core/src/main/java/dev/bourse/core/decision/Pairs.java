package dev.bourse.core.decision;

import dev.bourse.api.exchange.ExchangeCommand;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderLeg;
import dev.bourse.api.model.OrderLink;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.risk.DenialCode;
import dev.bourse.api.risk.RiskDecision;
import dev.bourse.core.lists.PairTerms;
import dev.bourse.core.state.TraderState;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Orders that their venue takes as a pair, or as a bracket: placed by one command, and ended
 * together.
 */
final class Pairs {
  private final TraderState state;
  private final TraderFacts facts;

  Pairs(TraderState state, TraderFacts facts) {
    this.state = state;
    this.facts = facts;
  }

  /** The order that the venue ends together with a live one, or null. */
  @Nullable Order partner(Order order) {
    OrderLink link = shared(order);
    if (link == null || !isOut(order) || order.isPending()) {
      return null;
    }
    return state.ledger().list(link.list()).stream()
        .filter(each -> isOut(each) && isOther(each, order))
        .findFirst()
        .orElse(null);
  }

  /**
   * The live entry with which an exit waits at its venue, and ends there; null if that is not
   * certain.
   */
  @Nullable Order entry(Order order) {
    OrderLink link = order.link();
    ClientOrderId parent = link == null ? null : link.parent();
    Order entry = parent == null || !order.isPending() ? null : state.ledger().find(parent);
    return entry != null && entry.isLive() && !entry.unknown() ? entry : null;
  }

  /** Why an order cannot be changed where it is, or null. */
  RiskDecision.@Nullable Denied unchangeable(Order order) {
    OrderLink link = order.link();
    if (link != null && state.ledger().list(link.list()).stream().anyMatch(Order::isPending)) {
      return DenialCode.UNSUPPORTED_ORDER.because(
          "bracket="
              + link.list()
              + " supported=false: an entry whose exits wait at the venue, and those, are not"
              + " changed; cancel it and place another");
    }
    Order partner = partner(order);
    return partner == null
        ? null
        : DenialCode.UNSUPPORTED_ORDER.because(
            "pair="
                + partner.id()
                + " supported=false: the venue changes no order of a pair, cancel it and place"
                + " another");
  }

  /** Makes a command one with another that places its partner; false if there is none. */
  boolean joins(List<ExchangeCommand> commands, ExchangeCommand command) {
    for (int i = 0; i < commands.size(); i++) {
      ExchangeCommand pair = pair(commands.get(i), command);
      if (pair != null) {
        commands.set(i, pair);
        return true;
      }
    }
    return false;
  }

  private @Nullable ExchangeCommand pair(ExchangeCommand before, ExchangeCommand command) {
    if (command.order().isPending()) {
      return bracket(before, command);
    }
    if (!(before instanceof ExchangeCommand.Submit && command instanceof ExchangeCommand.Submit)) {
      return null;
    }
    Order one = before.order();
    Order other = command.order();
    OrderLink link = shared(one);
    OrderLink its = other.link();
    boolean fit =
        link != null
            && its != null
            && its.list().equals(link.list())
            && isOther(one, other)
            && one.spec().quantity().equals(other.spec().quantity())
            && PairTerms.fit(one.spec(), other.spec());
    if (!fit) {
      return null;
    }
    boolean first = PairTerms.isStop(one.spec());
    return new ExchangeCommand.SubmitPair(
        first ? one : other, first ? other : one, command.decidedAt());
  }

  private static @Nullable ExchangeCommand bracket(
      ExchangeCommand before, ExchangeCommand command) {
    OrderLink link = command.order().link();
    boolean its =
        link != null
            && before.orderId().equals(link.parent())
            && before instanceof ExchangeCommand.Placement
            && command instanceof ExchangeCommand.Submit;
    if (!its) {
      return null;
    }
    List<Order> exits = new ArrayList<>(before.orders().subList(1, before.orders().size()));
    exits.add(PairTerms.isStop(command.order().spec()) ? 0 : exits.size(), command.order());
    return new ExchangeCommand.SubmitBracket(before.order(), exits, command.decidedAt());
  }

  private @Nullable OrderLink shared(Order order) {
    OrderLink link = order.link();
    return link != null && link.isShared() && facts.lists(order.account()).pairs() ? link : null;
  }

  private static boolean isOut(Order order) {
    return order.isLive() && order.status() != OrderStatus.EMULATED;
  }

  private static boolean isOther(Order one, Order other) {
    OrderLeg its = one.leg();
    OrderLeg leg = other.leg();
    return its != null && leg != null && its.number() != leg.number();
  }
}
