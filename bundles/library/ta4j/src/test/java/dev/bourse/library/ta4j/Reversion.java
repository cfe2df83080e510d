package dev.bourse.library.ta4j;

import dev.bourse.api.event.Bar;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.strategy.Orders;
import dev.bourse.api.strategy.Strategy;
import dev.bourse.api.strategy.StrategyContext;
import org.ta4j.core.BarSeries;
import org.ta4j.core.indicators.RSIIndicator;
import org.ta4j.core.indicators.SMAIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;

/** Buys what fell too fast, sells it above its mean. */
final class Reversion implements Strategy {
  record Signals(RSIIndicator rsi, SMAIndicator mean) {
    static Signals of(BarSeries bars) {
      ClosePriceIndicator close = new ClosePriceIndicator(bars);
      return new Signals(new RSIIndicator(close, 14), new SMAIndicator(close, 20));
    }
  }

  private final Quantity size;
  private final Ta4jBars<Signals> bars;

  Reversion(StrategyContext context) {
    size = context.instrument().quantity("0.1");
    bars = context.keep("bars", new Ta4jBars<>(200, Signals::of));
  }

  @Override
  public void onHistory(Bar bar) {
    bars.add(bar);
  }

  @Override
  public void onBar(Bar bar, Orders orders) {
    bars.add(bar);
    if (!bars.ready()) {
      return;
    }
    double rsi = bars.indicators().rsi().getValue(bars.end()).doubleValue();
    double mean = bars.indicators().mean().getValue(bars.end()).doubleValue();
    if (rsi < 30 && orders.isFlat()) {
      orders.buyMarket(size);
    } else if (bar.closeAsDouble() > mean && orders.isLong()) {
      orders.close();
    }
  }
}
