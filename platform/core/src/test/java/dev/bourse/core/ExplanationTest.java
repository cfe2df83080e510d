package dev.bourse.core;

import static dev.bourse.core.Fixture.BTCUSD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.event.ConnectionChanged;
import dev.bourse.api.event.InstrumentListed;
import dev.bourse.api.event.LifecycleEvent;
import dev.bourse.api.event.Trade;
import dev.bourse.api.indicator.Ema;
import dev.bourse.api.strategy.Orders;
import dev.bourse.api.strategy.Strategy;
import dev.bourse.api.strategy.StrategyContext;
import dev.bourse.api.trace.Turn;
import dev.bourse.api.trace.TurnResult;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("P4")
class ExplanationTest {
  /** Buys on every trade and keeps two averages of the price. */
  private static Strategy averaging(StrategyContext context) {
    Ema fast = context.keep("fast", new Ema(2));
    Ema slow = context.keep("slow", new Ema(5));
    return new Strategy() {
      @Override
      public void onTrade(Trade trade, Orders orders) {
        fast.add(trade.priceAsDouble());
        slow.add(trade.priceAsDouble());
        if (fast.ready()) {
          orders.buyMarket(BTCUSD.quantity("1"));
        }
      }
    };
  }

  @Test
  void showsWhatTheStrategysIndicatorsSaid() {
    Fixture trader = new Fixture();
    trader.on(new LifecycleEvent.Started(1, "mode=replay"));
    trader.on(new InstrumentListed(BTCUSD, trader.now()));
    trader.core().bind(Fixture.bound("v1"), ExplanationTest::averaging);
    trader.on(Fixture.bound("v1"));
    trader.on(new LifecycleEvent.Recovered("empty store"));
    trader.on(new ConnectionChanged(Fixture.ACCOUNT, true, "", trader.now()));
    trader.report("10000");

    trader.trade("100.00");
    Turn turn = trader.trade("101.00");

    assertThat(turn.results())
        .filteredOn(TurnResult.OrderApproved.class::isInstance)
        .extracting(result -> ((TurnResult.OrderApproved) result).why().seen())
        .containsExactly("last=101.00 position=0.00000000 live_orders=0 fast=100.5 slow=not-ready");
  }
}
