package dev.bourse.itests.backtest;

import dev.bourse.api.event.Bar;
import dev.bourse.api.strategy.Orders;
import java.math.BigDecimal;

/** All in after each cross of two averages; out at the open of the last bar. */
final class AllInCross extends AllIn {
  private final Crossing crossing;
  private final int bars;

  AllInCross(Crossing crossing, int bars) {
    this.crossing = crossing;
    this.bars = bars;
  }

  @Override
  public void begin() {
    super.begin();
    crossing.begin();
  }

  @Override
  int decide(Bar closed, Orders orders) {
    int crossed = crossing.add(closed.closeRaw());
    if (bar < bars - 2) {
      return crossed;
    }
    orders.close();
    return 0;
  }

  @Override
  BigDecimal priceOfOne(BigDecimal open) {
    return open;
  }

  @Override
  BigDecimal limit(BigDecimal open) {
    return open;
  }
}
