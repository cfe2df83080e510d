package dev.bourse.venue.binance.calls;

import dev.bourse.api.model.Side;
import dev.bourse.venue.binance.market.SymbolMarket;
import dev.bourse.venue.binance.trading.Amounts;
import dev.bourse.venue.binance.trading.Desk;
import dev.bourse.venue.binance.trading.Floor;
import dev.bourse.venue.binance.trading.PlacedOrder;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * A book as the public sees it: the market's own, and what the accounts have resting there.
 *
 * @param bids how much at each price, best first
 * @param asks how much at each price, best first
 */
public record Depth(
    NavigableMap<BigDecimal, BigDecimal> bids, NavigableMap<BigDecimal, BigDecimal> asks) {
  /** The book of a market now. */
  public static Depth of(SymbolMarket market, Floor floor) {
    Depth depth = new Depth(new TreeMap<>(Comparator.reverseOrder()), new TreeMap<>());
    market.bids().forEach((price, quantity) -> add(depth.bids, price, quantity));
    market.asks().forEach((price, quantity) -> add(depth.asks, price, quantity));
    for (Desk desk : floor.desks()) {
      for (PlacedOrder order : desk.openOrders()) {
        depth.add(order, market);
      }
    }
    return depth;
  }

  private void add(PlacedOrder order, SymbolMarket market) {
    BigDecimal price = order.ticket().price();
    if (order.ticket().market() == market && order.rests() && price != null) {
      BigDecimal left = order.quantity().subtract(order.filled());
      BigDecimal shown = order.ticket().icebergQuantity();
      add(
          order.ticket().side() == Side.BUY ? bids : asks,
          price,
          shown == null ? left : left.min(shown));
    }
  }

  private static void add(Map<BigDecimal, BigDecimal> side, BigDecimal price, BigDecimal quantity) {
    if (quantity.signum() > 0) {
      side.merge(price.stripTrailingZeros(), quantity, BigDecimal::add);
    }
  }

  /** The best levels of a side as pairs of texts. */
  public static List<List<String>> levels(NavigableMap<BigDecimal, BigDecimal> side, int most) {
    List<List<String>> levels = new ArrayList<>();
    for (Map.Entry<BigDecimal, BigDecimal> level : side.entrySet()) {
      if (levels.size() == most) {
        break;
      }
      levels.add(List.of(Amounts.text(level.getKey()), Amounts.text(level.getValue())));
    }
    return levels;
  }

  /** The best level of a side, zeros where there is none. */
  public static List<String> best(NavigableMap<BigDecimal, BigDecimal> side) {
    List<List<String>> levels = levels(side, 1);
    String zero = Amounts.text(BigDecimal.ZERO);
    return levels.isEmpty() ? List.of(zero, zero) : levels.get(0);
  }
}
