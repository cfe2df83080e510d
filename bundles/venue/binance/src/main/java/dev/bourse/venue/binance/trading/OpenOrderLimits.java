package dev.bourse.venue.binance.trading;

import dev.bourse.api.model.Side;
import dev.bourse.venue.binance.market.SymbolMarket;
import dev.bourse.venue.binance.protocol.Refusals;
import java.math.BigDecimal;
import java.util.List;

/**
 * How many orders of an account may be open in a market, and in all of them, and how much of the
 * base they may bring.
 */
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
    position(desk, market, everywhere, more);
    desk.limits().check(everywhere, more);
  }

  /** What a buy may bring counts with what is held and what open buys may still bring. */
  private static void position(
      Desk desk, SymbolMarket market, List<PlacedOrder> open, List<PlacedOrder> more) {
    BigDecimal most = market.filters().maxPosition();
    if (most == null) {
      return;
    }
    String base = market.instrument().base().code();
    BigDecimal held =
        desk.balances().stream()
            .filter(each -> each.currency().code().equals(base))
            .map(each -> Amounts.of(each.total()))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal position =
        open.stream()
            .filter(each -> isBuy(each) && buys(each).equals(base))
            .map(each -> each.quantity().subtract(each.filled()))
            .reduce(held, BigDecimal::add);
    if (more.stream()
        .anyMatch(each -> isBuy(each) && position.add(each.quantity()).compareTo(most) > 0)) {
      throw Refusals.filter("MAX_POSITION");
    }
  }

  private static boolean isBuy(PlacedOrder order) {
    return order.ticket().side() == Side.BUY;
  }

  private static String buys(PlacedOrder order) {
    return order.ticket().market().instrument().base().code();
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
