package dev.bourse.api.filter;

import dev.bourse.api.model.Side;
import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * PERCENT_PRICE and PERCENT_PRICE_BY_SIDE: how far a limit may be from the average price. The venue
 * knows the average; here it is known between which prices it lies, so an order is stopped only if
 * no such average lets it pass, and only an entry.
 */
record PercentFilter(String name, Factors buys, Factors sells, Duration time)
    implements OrderFilter {
  /**
   * Between which multiples of the average.
   *
   * @param down the lower one
   * @param up the upper one
   */
  record Factors(BigDecimal down, BigDecimal up) {}

  @Override
  public Duration looksBack() {
    return time;
  }

  @Override
  public @Nullable String problem(Wanted order, Surroundings around) {
    BigDecimal price = order.price();
    Surroundings.Range range = order.isEntry() ? around.traded(time) : null;
    if (price == null || range == null) {
      return null;
    }
    Factors factors = order.side() == Side.BUY ? buys : sells;
    BigDecimal highest = range.high().multiply(factors.up());
    BigDecimal lowest = range.low().multiply(factors.down());
    boolean fits = price.compareTo(highest) <= 0 && price.compareTo(lowest) >= 0;
    return fits
        ? null
        : name
            + ": price="
            + price.toPlainString()
            + " min="
            + lowest.stripTrailingZeros().toPlainString()
            + " max="
            + highest.stripTrailingZeros().toPlainString();
  }
}
