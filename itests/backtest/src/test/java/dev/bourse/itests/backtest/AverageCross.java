package dev.bourse.itests.backtest;

import dev.bourse.api.event.Bar;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Side;
import dev.bourse.api.strategy.Orders;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Holds one unit while the close is above the mean of the last closes; exact in whole ticks. */
final class AverageCross implements StrategyOfACase {
  private final int length;
  private final Deque<Long> closes = new ArrayDeque<>();
  private final List<String> bought = new ArrayList<>();
  private final List<String> sold = new ArrayList<>();
  private int side;

  AverageCross(int length) {
    this.length = length;
  }

  /** The closes at which it decided. */
  List<String> decidedAt(Side direction) {
    return direction == Side.BUY ? bought : sold;
  }

  @Override
  public void begin() {
    closes.clear();
    bought.clear();
    sold.clear();
    side = 0;
  }

  @Override
  public void onBar(Bar bar, Orders orders) {
    closes.addLast(bar.closeRaw());
    if (closes.size() > length) {
      closes.removeFirst();
    }
    if (closes.size() < length) {
      return;
    }
    long sum = closes.stream().mapToLong(Long::longValue).sum();
    int now = Long.signum(bar.closeRaw() * length - sum);
    if (now == 0) {
      return;
    }
    if (side < 0 && now > 0 && orders.isFlat()) {
      bought.add(bar.close().toString());
      orders.buyMarket(Quantity.of("1"));
    } else if (side > 0 && now < 0 && orders.isLong()) {
      sold.add(bar.close().toString());
      orders.sellMarket(Quantity.of("1"));
    }
    side = now;
  }
}
