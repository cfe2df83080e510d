package com.example.mycross;

import dev.bourse.api.event.Trade;
import dev.bourse.api.state.Kept;
import dev.bourse.api.state.StateReader;
import dev.bourse.api.state.StateWriter;
import dev.bourse.api.strategy.Orders;
import dev.bourse.api.strategy.Strategy;
import dev.bourse.api.strategy.StrategyContext;

/** Buys once, rests one order per version far below the market, and counts every trade it saw. */
final class MyCross implements Strategy {
  private static final int VERSION = 1;

  private final Count trades;
  private final StrategyContext context;

  MyCross(MyCrossFactory.Config config, StrategyContext context) {
    this.trades = context.keep("trades", new Count());
    this.context = context;
  }

  @Override
  public void onTrade(Trade trade, Orders orders) {
    trades.number++;
    if (orders.isFlat() && orders.live().isEmpty()) {
      orders.buyMarket(context.instrument().quantity("0.01"));
    } else if (orders.isLong() && orders.live().size() < VERSION) {
      orders.buyLimit(
          context.instrument().quantity("0.1"), context.instrument().price(99 + VERSION + ".00"));
    }
  }

  /** How many trades were seen. */
  static final class Count implements Kept {
    private long number;

    @Override
    public void save(StateWriter out) {
      out.putLong(number);
    }

    @Override
    public void load(int version, StateReader in) {
      number = in.getLong();
    }
  }
}
