package dev.bourse.itests.backtest;

import dev.bourse.api.event.Bar;
import dev.bourse.api.strategy.Orders;
import java.math.BigDecimal;

/** All in at the open of the third bar, out at the open of the fourth; costs are allowed for. */
final class AllInOnce extends AllIn {
  private final BigDecimal spread;
  private final BigDecimal fixed;
  private final BigDecimal share;

  /**
   * What it allows for.
   *
   * @param spread the share of the open that an entry pays beyond it
   * @param fixed the amount that an entry costs
   * @param share the share of the price that an entry costs
   */
  AllInOnce(String spread, String fixed, String share) {
    this.spread = new BigDecimal(spread);
    this.fixed = new BigDecimal(fixed);
    this.share = new BigDecimal(share);
  }

  @Override
  int decide(Bar closed, Orders orders) {
    if (bar == 2) {
      orders.close();
    }
    return bar == 1 ? 1 : 0;
  }

  @Override
  BigDecimal priceOfOne(BigDecimal open) {
    BigDecimal price = limit(open);
    return price.add(fixed).add(price.multiply(share));
  }

  @Override
  BigDecimal limit(BigDecimal open) {
    return open.add(open.multiply(spread));
  }
}
