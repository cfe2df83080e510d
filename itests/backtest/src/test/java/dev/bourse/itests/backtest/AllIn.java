package dev.bourse.itests.backtest;

import dev.bourse.api.event.Bar;
import dev.bourse.api.event.Trade;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Side;
import dev.bourse.api.strategy.Orders;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Decides at closes; at the next open it first gets out, then puts all its equity in, in whole
 * units, sized by the open that it has just seen.
 */
abstract class AllIn implements StrategyOfACase {
  /** What is left when the smallest share that a double can tell from one is taken off one. */
  private static final BigDecimal ALMOST_ALL =
      BigDecimal.ONE.subtract(BigDecimal.valueOf(2).pow(-52, MathContext.DECIMAL128));

  /** How many bars have closed, this one not counted. */
  int bar;

  private int wanted;

  @Override
  public void begin() {
    bar = 0;
    wanted = 0;
  }

  /** 1 for long, -1 for short, 0 for nothing new, at the close of a bar. */
  abstract int decide(Bar closed, Orders orders);

  /** What one unit takes of the equity at an open. */
  abstract BigDecimal priceOfOne(BigDecimal open);

  /** The worst price that an entry accepts at an open. */
  abstract BigDecimal limit(BigDecimal open);

  @Override
  public final void onBar(Bar closed, Orders orders) {
    wanted = decide(closed, orders);
    if (wanted != 0) {
      orders.close();
    }
    bar++;
  }

  @Override
  public final void onTrade(Trade trade, Orders orders) {
    if (wanted == 0 || !orders.isFlat()) {
      return;
    }
    BigDecimal open = new BigDecimal(trade.price().toString());
    BigDecimal equity = new BigDecimal(orders.equity().orElseThrow().amount());
    BigDecimal units = equity.multiply(ALMOST_ALL).divide(priceOfOne(open), 0, RoundingMode.FLOOR);
    Side side = wanted > 0 ? Side.BUY : Side.SELL;
    wanted = 0;
    if (units.signum() > 0) {
      Quantity quantity = Quantity.of(units.toPlainString());
      Price limit = Price.of(limit(open).toPlainString());
      orders.submit(OrderSpec.limit(orders.instrument(), side, quantity, limit));
    }
  }
}
