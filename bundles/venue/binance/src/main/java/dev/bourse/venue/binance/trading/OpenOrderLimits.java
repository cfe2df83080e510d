package dev.bourse.venue.binance.trading;

import dev.bourse.venue.binance.market.SymbolMarket;
import dev.bourse.venue.binance.protocol.Refusals;
import java.util.List;

/** How many orders of an account may be open in a market, and in all of them. */
final class OpenOrderLimits {
  private OpenOrderLimits() {}

  /** Refuses orders that would be too many together with those that are open. */
  static void check(Desk desk, SymbolMarket market, List<PlacedOrder> more) {
    List<PlacedOrder> everywhere = desk.openOrders();
    List<PlacedOrder> open =
        everywhere.stream().filter(order -> order.ticket().market() == market).toList();
    if (open.size() + more.size() > Filters.MAX_ORDERS) {
      throw Refusals.filter("MAX_NUM_ORDERS");
    }
    long conditional = count(more);
    if (conditional > 0 && count(open) + conditional > Filters.MAX_ALGO_ORDERS) {
      throw Refusals.filter("MAX_NUM_ALGO_ORDERS");
    }
    desk.limits().check(everywhere, more);
  }

  /** Refuses a list that would be too many together with those that are open. */
  static void checkLists(Desk desk, SymbolMarket market) {
    if (desk.openGroups(market) >= Filters.MAX_LISTS) {
      throw Refusals.filter("MAX_NUM_ORDER_LISTS");
    }
    desk.limits().checkLists(desk.openGroups());
  }

  private static long count(List<PlacedOrder> orders) {
    return orders.stream().filter(order -> order.ticket().kind().isConditional()).count();
  }
}
