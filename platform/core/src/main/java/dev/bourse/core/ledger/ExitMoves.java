package dev.bourse.core.ledger;

import dev.bourse.api.event.OrderReport;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderLeg;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.core.ledger.OrderStatusMachine.Event;

/**
 * How an order ends that its venue never had, and whether another one is to take its place: an exit
 * of a list for which there was only no room comes again, unless its owner does not want it. Pure
 * functions, as {@link OrderMoves}.
 */
public final class ExitMoves {
  private ExitMoves() {}

  /** The command never left; another order is to take the place of an exit of a list. */
  public static Order dropped(Order order, String reason, long time) {
    boolean neverSeen = order.venueOrderId() == null && order.filled().isZero();
    Order ended = neverSeen ? OrderMoves.closed(order, Event.DENIED, reason, time) : order;
    boolean never = ended.status() == OrderStatus.DENIED && order.isLive();
    return never && !order.entry() && !order.isPending() && !isTakenBack(order)
        ? OrderMoves.at(ended, OrderLeg.Stage.REPLACED)
        : ended;
  }

  /**
   * Whether the owner of an order wants its end, and not another one in its place. What the rules
   * of its list take back they may want again, as when its entry fills more.
   */
  private static boolean isTakenBack(Order order) {
    return isEnding(order) && !ListReason.isAny(order.reason());
  }

  /** Whether a cancel is on its way, and no other order is to take the place. */
  public static boolean isEnding(Order order) {
    return order.status() == OrderStatus.PENDING_CANCEL && !isReplaced(order);
  }

  /**
   * The adapter refused it before it left, or took it back for its owner, who does not want it
   * again. What an earlier report proved to be at the venue stays. Where what stood in its way
   * passes by itself, another order is to take the place of an exit of a list, also of one that the
   * rules of its list had taken back.
   */
  public static Order denied(Order order, OrderReport.Denied report, long time) {
    boolean neverSeen = order.venueOrderId() == null && order.filled().isZero();
    Order ended = neverSeen ? OrderMoves.closed(order, Event.DENIED, report.reason(), time) : order;
    OrderLeg leg = order.leg();
    boolean ending = order.status() == OrderStatus.PENDING_CANCEL;
    boolean wanted = !ending || (report.passing() && !isTakenBack(order));
    boolean tried = wanted && leg != null && leg.stage() == OrderLeg.Stage.ACTIVE;
    boolean again = report.passing() && !order.entry();
    return tried && order.isLive() && !ended.isLive()
        ? OrderMoves.at(ended, again ? OrderLeg.Stage.REPLACED : OrderLeg.Stage.REFUSED)
        : ended;
  }

  /**
   * The venue refused it, with proof. Where that was for a limit, another order is to take the
   * place of an exit of a list that the venue never had, unless its owner ends it.
   */
  public static Order rejected(Order order, OrderReport.Rejected report, long time) {
    Order ended = rejected(order, report.reason(), time);
    boolean neverThere = order.venueOrderId() == null && order.isLive() && !ended.isLive();
    OrderLeg leg = order.leg();
    if (leg == null || order.entry() || !report.passing() || !neverThere) {
      return ended;
    }
    return switch (leg.stage()) {
      case REPLACED -> OrderMoves.at(ended, OrderLeg.Stage.REPLACED);
      case ACTIVE -> isTakenBack(order) ? ended : OrderMoves.at(ended, OrderLeg.Stage.REPLACED);
      default -> ended;
    };
  }

  /**
   * The venue refused it for what it is, with proof: nothing takes its place by itself, though
   * another order was to, and what its owner had taken back is missed by nobody.
   */
  public static Order rejected(Order order, String reason, long time) {
    Order ended =
        order.filled().isZero() ? OrderMoves.closed(order, Event.REJECTED, reason, time) : order;
    boolean now = order.isLive() && ended.status() == OrderStatus.REJECTED;
    if (now && isReplaced(ended)) {
      return OrderMoves.at(ended, OrderLeg.Stage.ACTIVE);
    }
    OrderLeg leg = order.leg();
    boolean exit = leg != null && leg.stage() == OrderLeg.Stage.ACTIVE && !order.entry();
    return now && exit && isTakenBack(order)
        ? OrderMoves.at(ended, OrderLeg.Stage.GIVEN_UP)
        : ended;
  }

  private static boolean isReplaced(Order order) {
    OrderLeg leg = order.leg();
    return leg != null && leg.stage() == OrderLeg.Stage.REPLACED;
  }

  /** The end of the order is wanted after all, not another one in its place. */
  public static Order unreplaced(Order order) {
    boolean refused = order.status() == OrderStatus.REJECTED;
    return isReplaced(order)
        ? OrderMoves.at(order, refused ? OrderLeg.Stage.GIVEN_UP : OrderLeg.Stage.ACTIVE)
        : order;
  }

  /**
   * Whether an order ended though neither its owner nor its own time had ended it: one that another
   * is to replace counts, until that works. What waits at its venue ends with its parent, and
   * counts only if that had filled a part.
   */
  public static boolean isLost(Order before, Order after, long time) {
    long end = after.spec().expiresAt();
    boolean canceled = isEnding(before) && !isReplaced(after);
    boolean asked = canceled || (end != 0 && end <= time);
    boolean ends = before.isLive() && !after.isLive() && after.status() != OrderStatus.FILLED;
    return ends && !asked && !before.isPending();
  }
}
