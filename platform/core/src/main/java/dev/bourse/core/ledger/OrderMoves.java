package dev.bourse.core.ledger;

import dev.bourse.api.event.OrderReport;
import dev.bourse.api.model.Fill;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderChange;
import dev.bourse.api.model.OrderLeg;
import dev.bourse.api.model.OrderLink;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.core.ledger.OrderStatusMachine.Event;
import org.jspecify.annotations.Nullable;

/**
 * How an order moves. Pure functions; a move that the status machine does not know leaves the order
 * as it is, because reports repeat and overtake each other.
 *
 * <p>Source: NautilusTrader's order status machine, see {@link OrderStatus}.
 */
public final class OrderMoves {
  private OrderMoves() {}

  /** The command left. */
  public static Order sent(Order order, long time) {
    return moved(order, Event.SUBMITTED, order.reason(), time);
  }

  /** The venue works it. */
  public static Order accepted(Order order, OrderReport.Accepted report, long time) {
    if (order.status().isClosed()) {
      return order.withVenueOrderId(report.venueOrderId());
    }
    OrderStatus next = OrderStatusMachine.next(order, Event.ACCEPTED);
    if (next == null && !order.unknown() && report.venueOrderId().equals(order.venueOrderId())) {
      return order;
    }
    boolean first = next == OrderStatus.ACCEPTED;
    return proven(
        order,
        report.venueOrderId(),
        next == null ? order.status() : next,
        first ? "" : order.reason(),
        time);
  }

  /** Venue id, status and proof in one step: this is on every order's way. */
  private static Order proven(
      Order order, String venueOrderId, OrderStatus status, String reason, long time) {
    return new Order(
        order.id(),
        order.account(),
        order.strategy(),
        order.spec(),
        status,
        false,
        venueOrderId,
        order.filled(),
        order.filledNotional(),
        order.entry(),
        order.expectedPrice(),
        order.createdAt(),
        time,
        reason,
        order.triggered(),
        order.link(),
        order.change());
  }

  /** The rest was cancelled. */
  public static Order canceled(Order order, String reason, long time) {
    return closed(order, Event.CANCELED, reason, time);
  }

  /** The rest expired. */
  public static Order expired(Order order, String reason, long time) {
    return closed(order, Event.EXPIRED, reason, time);
  }

  /** Its trigger was passed at the venue. */
  public static Order triggered(Order order, long time) {
    OrderStatus next = OrderStatusMachine.next(order, Event.TRIGGERED);
    return next == null ? order : order.withTriggered(next, time).withUnknown(false, time);
  }

  /** Its trigger was passed at the platform: what is sent is what it becomes. */
  public static Order released(Order order, @Nullable Price limit, long time) {
    OrderStatus next = OrderStatusMachine.next(order, Event.RELEASED);
    return next == null
        ? order
        : order.withSpec(order.spec().triggered(limit), next, time).withTriggered(next, time);
  }

  /** A leg whose parent filled begins to work: it is sent, or held here until its trigger. */
  public static Order activated(
      Order order, Quantity quantity, Quantity taken, boolean held, long time) {
    OrderStatus next = held ? order.status() : OrderStatusMachine.next(order, Event.RELEASED);
    return next == null
        ? order
        : at(reduced(order, quantity, taken, time), OrderLeg.Stage.ACTIVE)
            .with(next, order.reason(), time);
  }

  /** A held order is changed. */
  public static Order changedHere(Order order, OrderChange change, long time) {
    return order.withSpec(change.applied(order.spec()), order.status(), time);
  }

  /** The venue took off a leg what a sibling filled; an amend on its way stays on its way. */
  public static Order reduced(Order order, Quantity quantity, Quantity taken, long time) {
    OrderLink link = order.link();
    OrderLeg leg = order.leg();
    if (link == null || leg == null) {
      return order;
    }
    OrderChange change = order.change();
    Order less = order.withSpec(order.spec().withQuantity(quantity), order.status(), time);
    Order asked = change == null ? less : less.withChange(change, order.status(), "", time);
    return asked.withLink(link.withLeg(leg.withTaken(taken)));
  }

  /** A cancel is on its way, and another order is to take the place once it is proven. */
  public static Order replaceRequested(Order order, String reason, long time) {
    return at(cancelRequested(order, reason, time), OrderLeg.Stage.REPLACED);
  }

  /** Another order is to take its place. */
  public static Order replaced(Order order) {
    return at(order, OrderLeg.Stage.REPLACED);
  }

  /** It is to wait at its venue for its parent. */
  public static Order pending(Order order) {
    return at(order, OrderLeg.Stage.PENDING);
  }

  /** It waited at its venue for its parent and ended, and nobody wants another in its place. */
  public static Order givenUp(Order order) {
    return at(order, OrderLeg.Stage.GIVEN_UP);
  }

  /** It waited at its venue for its parent, and begins to work there. */
  public static Order working(Order order) {
    return at(order, OrderLeg.Stage.ACTIVE);
  }

  /** The same place in a list, at work. */
  public static @Nullable OrderLink working(@Nullable OrderLink link) {
    OrderLeg leg = link == null ? null : link.leg();
    return link == null || leg == null ? link : link.withLeg(leg.at(OrderLeg.Stage.ACTIVE));
  }

  /** Its list is over. */
  static Order done(Order order) {
    return at(order, OrderLeg.Stage.DONE);
  }

  static Order at(Order order, OrderLeg.Stage stage) {
    OrderLink link = order.link();
    OrderLeg leg = order.leg();
    return link == null || leg == null ? order : order.withLink(link.withLeg(leg.at(stage)));
  }

  /** A held order ended without leaving. */
  public static Order endedHere(Order order, OrderStatus status, String reason, long time) {
    return switch (status) {
      case EXPIRED -> expired(order, reason, time);
      case DENIED -> closed(order, Event.DENIED, reason, time);
      default -> canceled(order, reason, time);
    };
  }

  /** A cancel is on its way. */
  public static Order cancelRequested(Order order, String reason, long time) {
    return moved(order, Event.CANCEL_REQUESTED, reason, time);
  }

  /** The cancel was refused or never left; what was asked before it may still be. */
  public static Order cancelFailed(Order order, String reason, long time) {
    boolean amending = order.status() == OrderStatus.PENDING_CANCEL && order.change() != null;
    return amending
        ? order.with(OrderStatus.PENDING_UPDATE, reason, time)
        : moved(order, Event.CANCEL_REJECTED, reason, time);
  }

  /** An amend is on its way. */
  public static Order updateRequested(Order order, OrderChange change, long time) {
    OrderStatus next = OrderStatusMachine.next(order, Event.UPDATE_REQUESTED);
    return next == null ? order : order.withChange(change, next, order.reason(), time);
  }

  /**
   * The venue changed it, because we asked or by itself; what it does by itself, as a trigger that
   * trails, is no answer to an amend on its way. A quantity below what is filled was overtaken by
   * what came after it and counts no more.
   */
  public static Order updated(Order order, String venueOrderId, OrderChange change, long time) {
    OrderStatus next = OrderStatusMachine.next(order, Event.UPDATED);
    if (next == null) {
      return order;
    }
    OrderSpec spec = change.applied(order.spec());
    boolean overtaken =
        !AmountMoves.isForAmount(order) && spec.quantity().compareTo(order.filled()) < 0;
    if (overtaken) {
      return order;
    }
    OrderChange asked = order.change();
    boolean answered = asked == null || asked.applied(spec).equals(spec);
    Order changed =
        order.withSpec(spec, answered ? next : order.status(), time).withVenueOrderId(venueOrderId);
    return answered
        ? whole(changed, time)
        : changed.withChange(asked, order.status(), order.reason(), time);
  }

  /** An order that turns out to have all it wants is filled, whatever was asked of it. */
  private static Order whole(Order order, long time) {
    boolean all = order.filled().compareTo(order.spec().quantity()) >= 0;
    return all && order.status().isLive()
        ? order.with(OrderStatus.FILLED, order.reason(), time).withUnknown(false, time)
        : order;
  }

  /** The amend was refused or never left. */
  public static Order updateFailed(Order order, String reason, long time) {
    OrderStatus next = OrderStatusMachine.next(order, Event.UPDATE_REJECTED);
    return next == null ? order : whole(order.withChange(null, next, reason, time), time);
  }

  private static Order moved(Order order, Event event, String reason, long time) {
    OrderStatus next = OrderStatusMachine.next(order, event);
    return next == null ? order : order.with(next, reason, time);
  }

  /** An end is proof; an amend on its way came to nothing. */
  static Order closed(Order order, Event event, String reason, long time) {
    OrderStatus next = OrderStatusMachine.next(order, event);
    if (next == null) {
      return order;
    }
    Order ended = order.with(next, reason, time).withUnknown(false, time);
    return ended.change() == null ? ended : ended.withChange(null, next, reason, time);
  }

  /** A part was executed. */
  public static Order filled(Order order, Fill fill, long time) {
    return filled(order, fill, fill.notional(), time);
  }

  /**
   * A part of the given worth was executed. While an amend to more is on its way, the venue may
   * hold the greater quantity already, so the order is not over before that is filled. A fill after
   * a cancel is possible at real venues and counts.
   */
  public static Order filled(Order order, Fill fill, Money notional, long time) {
    if (AmountMoves.isForAmount(order)) {
      return AmountMoves.filled(order, fill, notional, time);
    }
    Quantity total = order.filled().plus(fill.quantity());
    boolean whole = total.compareTo(order.largestQuantity()) >= 0;
    OrderStatus next = OrderStatusMachine.next(order, whole ? Event.FILLED : Event.PARTLY_FILLED);
    OrderStatus status = next == null ? order.status() : next;
    Order filled = order.withFill(fill.quantity(), notional, status, time);
    return filled.unknown() ? filled.withUnknown(!whole, time) : filled;
  }

  /** The answer was lost: nothing is proven any more. */
  public static Order doubted(Order order, String reason, long time) {
    return order.status().isLive()
        ? order.with(order.status(), reason, time).withUnknown(true, time)
        : order;
  }

  /** What a query proved, without the fills that it may imply. */
  public static Order proven(Order order, OrderReport.Status report, long time) {
    Order known =
        report.venueOrderId() == null ? order : order.withVenueOrderId(report.venueOrderId());
    if (known.status().isClosed()) {
      return known;
    }
    return switch (report.status()) {
      case CANCELED -> canceled(known, report.reason(), time);
      case EXPIRED -> expired(known, report.reason(), time);
      case REJECTED, DENIED -> ExitMoves.rejected(known, report.reason(), time);
      case FILLED -> whollyFilled(known, report, time);
      default -> stillLive(known, report, time);
    };
  }

  /** Whether a report says nothing of an order that is not known. */
  public static boolean confirms(Order order, OrderReport.Status report) {
    return InferredFills.unseen(order, report).isZero()
        && proven(order, report, order.updatedAt()).equals(order);
  }

  /**
   * The venue says that nothing is left of it, be it less than we ordered: it may have taken off
   * what a sibling filled, or have done an amend, without our hearing of it.
   */
  private static Order whollyFilled(Order order, OrderReport.Status report, long time) {
    if (AmountMoves.isForAmount(order)) {
      return AmountMoves.finished(order, time);
    }
    boolean counted = order.filled().compareTo(report.filled()) >= 0;
    return order.change() == null && !counted
        ? order
        : order
            .withUnknown(false, time)
            .withChange(null, OrderStatus.FILLED, report.reason(), time);
  }

  /**
   * A pending cancel is over only by its own answer; an amend if the venue says what holds. An
   * order that was certain keeps why it was last refused something.
   */
  private static Order stillLive(Order order, OrderReport.Status report, long time) {
    Order certain = order.withUnknown(false, time);
    OrderChange terms = report.terms();
    return switch (certain.status()) {
      case PENDING_CANCEL -> certain;
      case PENDING_UPDATE -> terms == null ? certain : settled(certain, terms, time);
      default -> {
        boolean triggered = report.status() == OrderStatus.TRIGGERED;
        Order standing = triggered ? certain.withTriggered(certain.status(), time) : certain;
        OrderStatus next = OrderStatusMachine.before(standing);
        boolean news = order.unknown() || next != order.status();
        yield news ? standing.with(next, "", time) : order;
      }
    };
  }

  /** The venue holds the order with these terms, whether the amend reached it or not. */
  private static Order settled(Order order, OrderChange terms, long time) {
    OrderChange change = order.change();
    boolean done =
        change != null && terms.applied(order.spec()).equals(change.applied(order.spec()));
    OrderStatus next = OrderStatusMachine.before(order);
    return whole(
        done
            ? order.withSpec(terms.applied(order.spec()), next, time)
            : order.withChange(null, next, "the amend did not reach the venue", time),
        time);
  }
}
