package dev.bourse.exchange.simulated.venue;

import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.OrderLink;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.OrderType;
import dev.bourse.api.model.Side;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether an order that arrives makes an order list, as venues count them that take both orders of
 * a list in one command. Here they arrive one after the other, and of a list that is one too many
 * the target is refused: the stop rests alone, as the platform places it where such a venue refused
 * both. On spot buys are entries, of which nothing is left over there.
 *
 * @param group the orders with which it shares a reservation; null if it stands alone
 * @param isMade whether a list is there once it is open
 */
record Listed(@Nullable Group group, boolean isMade) {
  static Listed of(VenueState state, Pending submit, Book book) {
    OrderSpec spec = submit.spec();
    OrderLink link = submit.link();
    Group group = Group.of(submit.account(), link, book.instrument.id(), spec.side());
    if (group == null || link == null) {
      return new Listed(null, false);
    }
    List<VenueOrder> open = state.members(group).stream().filter(VenueOrder::isOpen).toList();
    boolean stop = isStop(spec);
    boolean made =
        (book.instrument.isSpot() && spec.side() == Side.BUY)
            || open.stream().anyMatch(each -> !stop || isStop(each.spec))
            || (!stop && isAwaited(state, submit, link));
    return new Listed(group, made);
  }

  /** Whether another of the list has not arrived yet. */
  private static boolean isAwaited(VenueState state, Pending submit, OrderLink link) {
    for (ClientOrderId each : link.siblings()) {
      if (state.order(new OrderKey(submit.account(), each)) == null) {
        return true;
      }
    }
    return false;
  }

  private static boolean isStop(OrderSpec spec) {
    OrderType type = spec.type();
    return type.isTrailing() || type == OrderType.STOP_MARKET || type == OrderType.STOP_LIMIT;
  }

  /**
   * How many lists there are of which at least two orders are open.
   *
   * @param beside a list that is not counted, or null
   */
  static int count(List<VenueOrder> open, @Nullable Group beside) {
    Map<Group, Integer> sizes = new HashMap<>();
    int lists = 0;
    for (VenueOrder each : open) {
      Group group = Group.of(each);
      if (group != null && !group.equals(beside)) {
        lists += sizes.merge(group, 1, Integer::sum) == 2 ? 1 : 0;
      }
    }
    return lists;
  }
}
