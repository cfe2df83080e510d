package dev.bourse.itests.backtest;

import dev.bourse.api.event.Bar;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.strategy.Orders;

/** Buys after one bar and closes after another. */
final class BuysAndCloses implements StrategyOfACase {
  private final int entry;
  private final int exit;
  private final Quantity quantity;
  private int bars;

  BuysAndCloses(int entry, int exit, String quantity) {
    this.entry = entry;
    this.exit = exit;
    this.quantity = Quantity.of(quantity);
  }

  @Override
  public void begin() {
    bars = 0;
  }

  @Override
  public void onBar(Bar bar, Orders orders) {
    if (bars == entry) {
      orders.buyMarket(quantity);
    } else if (bars == exit) {
      orders.close();
    }
    bars++;
  }
}
