package dev.bourse.core.state;

import dev.bourse.api.alert.Alert;
import dev.bourse.api.event.TimerEvent;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Contingency;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderLeg;
import dev.bourse.api.model.OrderLink;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.Position;
import dev.bourse.api.model.Quantity;
import dev.bourse.core.ledger.OrderLedger;
import dev.bourse.core.lists.Renewals;
import java.util.List;

/** What people must hear of the orders of a list because no rule can mend it. */
final class ListNotes {
  private final TraderState state;
  private final Effects effects;

  ListNotes(TraderState state, Effects effects) {
    this.state = state;
    this.effects = effects;
  }

  /** A part of an order was filled. */
  void filled(Order order) {
    OrderLink link = order.link();
    if (link == null) {
      return;
    }
    List<Order> all = state.ledger.list(link.list());
    if (link.leg() == null) {
      late(order, all);
      leftOver(order, all);
    } else if (link.isShared()) {
      twice(order, link, all);
    }
  }

  /** A fill that overtook the end of the first order finds nobody who waits for it. */
  private void late(Order first, List<Order> all) {
    boolean awaited =
        all.stream()
            .anyMatch(each -> isLeg(each) && (each.isLive() || state.ledger.comesAnew(each)));
    if (!awaited && !first.isLive() && first.status() != OrderStatus.FILLED) {
      critical(
          "UNPROTECTED: order "
              + first.id()
              + " was filled after its end, "
              + first.filled()
              + " in all, and the orders that waited for it have ended. "
              + position(first));
    }
  }

  /**
   * The last part of an order whose exits have all filled is too small for new ones: it is counted
   * as flat and merged into the next exit, but nothing of this list looks after it.
   */
  private void leftOver(Order first, List<Order> all) {
    boolean left = all.stream().anyMatch(ListNotes::isLiveLeg);
    boolean sold = all.stream().anyMatch(each -> isLeg(each) && each.filled().isPositive());
    Position held = held(first);
    if (!left && sold && !held.isFlat() && state.isDust(held)) {
      effects.note(
          Alert.Level.WARNING,
          "DUST: order "
              + first.id()
              + " was filled after its exits had sold the rest; "
              + held.quantity()
              + " of "
              + held.instrument().id()
              + " are left, less than the venue takes: they count as flat and go with the next"
              + " exit");
    }
  }

  /** An exit that never left is placed anew, whatever else happens or does not. */
  void dropped(Order order) {
    OrderLink link = order.link();
    if (link != null && Renewals.isDropped(order)) {
      long patience = state.settings.inFlightInterval();
      state.engineTimers.set(
          TimerEvent.ENGINE,
          "renew " + order.id(),
          Renewals.notBefore(order, state.ledger.list(link.list()), patience));
    }
  }

  /** Whether the fill of a sibling has ended an order for good, as its list says. */
  boolean isOver(Order order) {
    OrderLink link = order.link();
    return link != null
        && link.contingency() == Contingency.OCO
        && state.ledger.list(link.list()).stream()
            .filter(ListNotes::isLeg)
            .anyMatch(each -> !each.id().equals(order.id()) && each.filled().isPositive());
  }

  private static boolean isLeg(Order order) {
    return order.leg() != null;
  }

  private static boolean isLiveLeg(Order order) {
    return order.isLive() && isLeg(order);
  }

  private void twice(Order order, OrderLink link, List<Order> all) {
    Quantity sum = Quantity.zero(order.filled().decimals());
    Quantity most = sum;
    StringBuilder parts = new StringBuilder();
    for (Order each : all) {
      if (isLeg(each) && each.filled().isPositive()) {
        sum = sum.plus(each.filled());
        parts.append(parts.isEmpty() ? "" : " and ").append(each.filled()).append(" of ");
        parts.append(each.id());
      }
      OrderLeg leg = each.leg();
      if (leg != null) {
        Quantity wanted = leg.wanted();
        most = wanted.compareTo(most) > 0 ? wanted : most;
      }
    }
    ClientOrderId parent = link.parent();
    Order first = parent == null ? null : state.ledger.find(parent);
    Quantity allowed = first == null ? most : most.min(first.filled());
    if (sum.compareTo(allowed) > 0) {
      critical(
          "orders of list "
              + link.list()
              + " that share "
              + allowed
              + " have filled more together: "
              + parts
              + ". "
              + position(order));
    }
  }

  /**
   * The venue refused an exit: one for which there was only no room now is placed anew, and one of
   * those that its owner took back is missed by nobody.
   */
  void rejected(Order order) {
    OrderLeg leg = order.leg();
    if (Renewals.isDropped(order)) {
      dropped(order);
    } else if (leg == null || !isMissedByNobody(leg)) {
      refused(order, "was rejected");
    }
  }

  /** What waited at its venue is refused together with what it waited for. */
  private static boolean isMissedByNobody(OrderLeg leg) {
    return leg.stage() == OrderLeg.Stage.GIVEN_UP || leg.stage() == OrderLeg.Stage.PENDING;
  }

  /**
   * The adapter refused an exit: one that was to be replaced anyhow is placed anew, as is one for
   * which there was only no room now, and one that its owner took back is missed by nobody.
   */
  void denied(Order order) {
    OrderLeg leg = order.leg();
    if (Renewals.isDropped(order)) {
      dropped(order);
    } else if (leg != null && leg.stage() == OrderLeg.Stage.REFUSED) {
      refused(order, "was denied and never left");
    }
  }

  private void refused(Order order, String word) {
    OrderLink link = order.link();
    if (link == null || link.leg() == null || order.entry()) {
      return;
    }
    boolean another =
        state.ledger.list(link.list()).stream()
            .anyMatch(each -> isLiveLeg(each) && !each.id().equals(order.id()));
    String what = "exit " + order.id() + " " + word + ": " + order.reason() + ". ";
    if (another) {
      effects.note(Alert.Level.WARNING, what + "Another exit of its list is still there");
    } else {
      critical("UNPROTECTED: " + what + position(order));
    }
  }

  private String position(Order order) {
    Position held = held(order);
    return "The position is " + held.side() + " " + held.quantity() + ": look after it by hand";
  }

  private Position held(Order order) {
    return state.portfolio.position(OrderLedger.key(order), order.spec().instrument());
  }

  private void critical(String text) {
    effects.note(Alert.Level.CRITICAL, text);
  }
}
