package dev.bourse.itests.backtest;

import dev.bourse.api.event.Bar;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.strategy.Orders;

/** Buys at one bar and rests a sell order at a price once it holds. */
final class TakesProfit implements StrategyOfACase {
  private final int entry;
  private final Quantity quantity;
  private final Price profit;
  private int bars;

  TakesProfit(int entry, String quantity, String profit) {
    this.entry = entry;
    this.quantity = Quantity.of(quantity);
    this.profit = Price.of(profit);
  }

  @Override
  public void begin() {
    bars = 0;
  }

  @Override
  public void onBar(Bar bar, Orders orders) {
    if (bars++ == entry) {
      orders.buyMarket(quantity);
    } else if (orders.isLong() && orders.live().isEmpty()) {
      orders.sellLimit(quantity, profit);
    }
  }
}
