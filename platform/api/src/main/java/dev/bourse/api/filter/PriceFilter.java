package dev.bourse.api.filter;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** PRICE_FILTER: bounds and tick of limits and triggers; zero turns a bound off. */
record PriceFilter(BigDecimal min, BigDecimal max, BigDecimal tick) implements OrderFilter {
  @Override
  public @Nullable String problem(Wanted order, Surroundings around) {
    String problem = problem("price", order.price());
    return problem != null ? problem : problem("stopPrice", order.stopPrice());
  }

  private @Nullable String problem(String name, @Nullable BigDecimal price) {
    if (price == null) {
      return null;
    }
    boolean fits =
        (min.signum() == 0 || price.compareTo(min) >= 0)
            && (max.signum() == 0 || price.compareTo(max) <= 0)
            && (tick.signum() == 0 || price.remainder(tick).signum() == 0);
    return fits
        ? null
        : "PRICE_FILTER: "
            + name
            + "="
            + price.toPlainString()
            + " min="
            + min.toPlainString()
            + " max="
            + max.toPlainString()
            + " tick="
            + tick.toPlainString();
  }
}
