package dev.bourse.api.filter;

import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * NOTIONAL and MIN_NOTIONAL: how much an order may be worth. A market order is worth what the
 * average price says; it is stopped only if no average that is possible lets it pass, and only if
 * it is an entry.
 */
record NotionalFilter(
    String name,
    BigDecimal min,
    boolean minToMarket,
    @Nullable BigDecimal max,
    boolean maxToMarket,
    Duration time)
    implements OrderFilter {
  @Override
  public Duration looksBack() {
    return time;
  }

  @Override
  public @Nullable String problem(Wanted order, Surroundings around) {
    BigDecimal quantity = order.quantity();
    if (quantity == null) {
      return null;
    }
    BigDecimal price = order.price();
    if (price != null) {
      return problem(quantity.multiply(price), quantity.multiply(price), true, true);
    }
    Surroundings.Range range = order.isMarket() && order.isEntry() ? around.traded(time) : null;
    return range == null
        ? null
        : problem(
            quantity.multiply(range.high()),
            quantity.multiply(range.low()),
            minToMarket,
            maxToMarket);
  }

  private @Nullable String problem(
      BigDecimal most, BigDecimal least, boolean minCounts, boolean maxCounts) {
    if (minCounts && most.compareTo(min) < 0) {
      return name + ": notional=" + plain(most) + " min=" + plain(min);
    }
    return maxCounts && max != null && least.compareTo(max) > 0
        ? name + ": notional=" + plain(least) + " max=" + plain(max)
        : null;
  }

  private static String plain(BigDecimal value) {
    return value.stripTrailingZeros().toPlainString();
  }
}
