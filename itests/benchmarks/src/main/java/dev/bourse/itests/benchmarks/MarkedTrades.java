package dev.bourse.itests.benchmarks;

import dev.bourse.api.event.Trade;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.strategy.Orders;
import dev.bourse.api.strategy.Strategy;
import dev.bourse.api.strategy.StrategyContext;
import dev.bourse.api.strategy.StrategyFactory;

/** Buys a little on every trade of the marked size; its own trades have another. */
final class MarkedTrades implements StrategyFactory<NoSettings> {
  private static final String SIZE = "0.0001";

  @Override
  public Class<NoSettings> configType() {
    return NoSettings.class;
  }

  @Override
  public Strategy create(NoSettings config, StrategyContext context) {
    Quantity marked = Quantity.of(Tap.MARK);
    Quantity size = context.instrument().quantity(SIZE);
    return new Strategy() {
      @Override
      public void onTrade(Trade trade, Orders orders) {
        if (trade.size().compareTo(marked) == 0) {
          orders.buyMarket(size);
        }
      }
    };
  }
}
