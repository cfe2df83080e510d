package dev.bourse.core.lists;

import dev.bourse.api.model.Contingency;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderLeg;
import dev.bourse.api.model.OrderLink;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.PositionSide;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Side;
import dev.bourse.api.model.Trigger;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How much each order of a list should be. Pure. */
final class ListShares {
  private final ListFacts list;

  ListShares(ListFacts list) {
    this.list = list;
  }

  static OrderLink link(Order order) {
    return Objects.requireNonNull(order.link(), "an order of a list has a link");
  }

  static OrderLeg leg(Order order) {
    return Objects.requireNonNull(link(order).leg(), "not a leg of a list");
  }

  static boolean isLeg(Order order) {
    OrderLink link = order.link();
    return link != null && link.leg() != null;
  }

  /** All legs, oldest first. */
  List<Order> legs() {
    return list.orders().stream().filter(ListShares::isLeg).toList();
  }

  /** The order that triggers the others, or null. */
  @Nullable Order parent() {
    return list.orders().stream().filter(order -> !isLeg(order)).findFirst().orElse(null);
  }

  /** The siblings with which a leg shares its quantity, earlier ones of its own place included. */
  List<Order> sharing(Order leg) {
    List<Order> others = new ArrayList<>();
    for (Order other : legs()) {
      boolean same = leg(other).number() == leg(leg).number();
      if (!other.id().equals(leg.id()) && (same || link(leg).isShared())) {
        others.add(other);
      }
    }
    return others;
  }

  /** What others filled in the stead of a leg. */
  Quantity filledByOthers(Order leg) {
    Quantity sum = zero();
    for (Order other : sharing(leg)) {
      boolean own = leg(other).number() == leg(leg).number();
      if (own || link(leg).contingency() == Contingency.OUO) {
        sum = sum.plus(other.filled());
      }
    }
    return sum;
  }

  /**
   * Whether a leg proves that its parent has filled more than is known: an exit works for what is
   * there, and one that waited at its venue for all of it works because that is there.
   */
  boolean isAhead(Order leg) {
    Order parent = parent();
    return parent != null
        && (parent.filled().isZero() || leg.spec().quantity().compareTo(parent.filled()) > 0);
  }

  /** The whole quantity that a leg should have now, what it has filled included. */
  Quantity quantity(Order leg) {
    Order parent = parent();
    Quantity wanted = leg(leg).wanted();
    Quantity most = parent == null ? wanted : wanted.min(parent.filled());
    Quantity rest = less(less(most, filledByOthers(leg)), leg.filled());
    Quantity left = leg.entry() ? rest : least(rest, holding(leg));
    return leg.filled().plus(leg.spec().instrument().roundDown(list.rules().roundDown(left)));
  }

  /** What of the position other exits leave to a leg. */
  private Quantity holding(Order leg) {
    Side side = leg.spec().side();
    PositionSide against = side == Side.SELL ? PositionSide.LONG : PositionSide.SHORT;
    if (list.position().side() != against) {
      return zero();
    }
    Quantity all = list.outstanding().getOrDefault(side, zero());
    return less(list.position().quantity(), less(all, share(leg)));
  }

  /** What a leg, with those that share its quantity, counts for among the outstanding orders. */
  private Quantity share(Order leg) {
    Quantity most = leg.isLive() ? leg.outstanding() : zero();
    if (link(leg).isShared()) {
      for (Order other : sharing(leg)) {
        Quantity part = other.isLive() ? other.outstanding() : zero();
        most = part.compareTo(most) > 0 ? part : most;
      }
    }
    return most;
  }

  private Quantity zero() {
    return Quantity.zero(list.rules().quantityDecimals());
  }

  private static Quantity least(Quantity one, Quantity other) {
    return one.compareTo(other) <= 0 ? one : other;
  }

  /** One minus the other, or zero, with the decimals of the finer one. */
  static Quantity less(Quantity one, Quantity other) {
    int decimals = Math.max(one.decimals(), other.decimals());
    return one.compareTo(other) > 0
        ? one.withDecimals(decimals).minus(other.withDecimals(decimals))
        : Quantity.zero(decimals);
  }

  /** Whether the venue takes such a part of an order. */
  boolean isSendable(Order leg, Quantity part) {
    if (!part.isPositive() || part.compareTo(list.rules().minQuantity()) < 0) {
      return false;
    }
    Price price = price(leg);
    return price == null
        || list.rules().notional(price, part).compareTo(list.rules().minNotional()) >= 0;
  }

  private @Nullable Price price(Order leg) {
    Trigger trigger = leg.spec().trigger();
    if (leg.spec().price() != null) {
      return leg.spec().price();
    }
    return trigger != null && trigger.price() != null ? trigger.price() : list.reference();
  }

  /** Whether the venue refused a leg for what it is, or its adapter before it left. */
  static boolean wasRefused(Order leg) {
    return switch (leg(leg).stage()) {
      case REFUSED -> leg.status() == OrderStatus.REJECTED || leg.status() == OrderStatus.DENIED;
      case REPLACED, GIVEN_UP -> false;
      default -> leg.status() == OrderStatus.REJECTED;
    };
  }

  /** Whether an order is at the venue, or on its way there. */
  static boolean isOut(Order order) {
    return order.isLive() && order.status() != OrderStatus.EMULATED;
  }
}
