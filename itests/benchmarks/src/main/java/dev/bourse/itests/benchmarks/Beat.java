package dev.bourse.itests.benchmarks;

import dev.bourse.api.event.Trade;
import dev.bourse.api.strategy.Orders;
import dev.bourse.api.strategy.Strategy;
import dev.bourse.api.strategy.StrategyContext;
import dev.bourse.api.strategy.StrategyFactory;

/**
 * Buys on every so many-th tick; the size of the order names the tick, so that the venue knows when
 * that was due.
 */
final class Beat implements StrategyFactory<NoSettings> {
  /** The smallest order, in steps. */
  static final long SMALLEST = 100;

  private final int every;

  Beat(int every) {
    this.every = every;
  }

  @Override
  public Class<NoSettings> configType() {
    return NoSettings.class;
  }

  @Override
  public Strategy create(NoSettings config, StrategyContext context) {
    return new Strategy() {
      @Override
      public void onTrade(Trade trade, Orders orders) {
        long tick = trade.eventTime() - Quotes.START;
        if (tick % every == 0) {
          orders.buyMarket(context.instrument().quantity(SMALLEST + tick / every));
        }
      }
    };
  }
}
