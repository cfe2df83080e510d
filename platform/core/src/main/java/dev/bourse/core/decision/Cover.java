package dev.bourse.core.decision;

import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.Position;
import dev.bourse.api.model.PositionSide;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Side;
import dev.bourse.core.portfolio.PositionKey;
import dev.bourse.core.state.TraderState;

/**
 * What the stops that were declared for a position do for it. A stop that its owner took back is
 * not declared any more; a position that never had one is nobody's business here.
 *
 * @param works how much the stops that work cover together
 * @param complete whether all that was declared works, as far as the venue takes it
 * @param why what does not, empty if all does
 */
record Cover(Quantity works, boolean complete, String why) {
  /** Judges the live stops of a position. */
  static Cover of(TraderState state, Position position, PositionKey key, ListKeeper lists) {
    Quantity works = Quantity.zero(position.quantity().decimals());
    String why = "";
    for (Order order : state.ledger().live(key)) {
      if (isStop(order) && order.spec().side() == closing(position)) {
        Quantity need = lists.need(order);
        boolean at = isWorking(state, order);
        Quantity have = at ? resting(order) : Quantity.zero(order.filled().decimals());
        works = works.plus(have.withDecimals(works.decimals()));
        if (why.isEmpty() && need.compareTo(have) > 0) {
          why = text(order, need, at);
        }
      }
    }
    return new Cover(works, why.isEmpty(), why);
  }

  /** Whether what works is as much, or all that is held. */
  boolean covers(Quantity wanted, Position position) {
    Quantity held = position.instrument().roundDown(position.quantity());
    return works.compareTo(wanted) >= 0 || works.compareTo(held) >= 0;
  }

  private static String text(Order order, Quantity need, boolean at) {
    String whole = "stop " + order.id() + " is " + order.status();
    String doubt = order.unknown() ? ", of unknown fate" : "";
    String size = at ? " for " + resting(order) + " instead of " + need : "";
    return whole + doubt + size;
  }

  /** What of it is there; a change without an answer is not. */
  static Quantity resting(Order order) {
    Quantity whole = order.spec().quantity();
    return whole.minus(order.filled().min(whole));
  }

  private static Side closing(Position position) {
    return position.side() == PositionSide.LONG ? Side.SELL : Side.BUY;
  }

  /** Whether an order gets a position out at a loss. */
  static boolean isStop(Order order) {
    return order.spec().trigger() != null && !order.spec().type().isIfTouched() && !order.entry();
  }

  /** Where it is held here, somebody asked for that: the trader's page says what it means. */
  private static boolean isWorking(TraderState state, Order order) {
    if (order.unknown() || order.isWaiting() || state.held().isPassed(order.id())) {
      return false;
    }
    return switch (order.status()) {
      case ACCEPTED, TRIGGERED, PARTIALLY_FILLED, PENDING_UPDATE, PENDING_CANCEL, EMULATED -> true;
      default -> false;
    };
  }

  /** Whether an order that ended was a stop that nobody took back and that is not used up. */
  static boolean isLost(Order order) {
    boolean ended =
        order.status() == OrderStatus.REJECTED
            || order.status() == OrderStatus.DENIED
            || order.status() == OrderStatus.EXPIRED
            || order.status() == OrderStatus.CANCELED;
    return ended && isStop(order) && order.unfilled().isPositive();
  }
}
