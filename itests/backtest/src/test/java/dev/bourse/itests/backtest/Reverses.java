package dev.bourse.itests.backtest;

import dev.bourse.api.event.Bar;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.strategy.Orders;

/** Long a fixed number of shares after a cross upwards, short as many after one downwards. */
final class Reverses implements StrategyOfACase {
  private final Crossing crossing;
  private final Quantity shares;
  private final Quantity twice;

  Reverses(Crossing crossing, int shares) {
    this.crossing = crossing;
    this.shares = Quantity.of(Integer.toString(shares));
    this.twice = Quantity.of(Integer.toString(2 * shares));
  }

  @Override
  public void begin() {
    crossing.begin();
  }

  @Override
  public void onBar(Bar bar, Orders orders) {
    int crossed = crossing.add(bar.closeRaw());
    Quantity quantity = orders.isFlat() ? shares : twice;
    if (crossed > 0) {
      orders.buyMarket(quantity);
    } else if (crossed < 0) {
      orders.sellMarket(quantity);
    }
  }
}
