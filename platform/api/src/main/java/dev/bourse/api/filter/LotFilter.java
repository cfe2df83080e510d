package dev.bourse.api.filter;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** LOT_SIZE, and MARKET_LOT_SIZE for market orders: bounds and step of quantities. */
record LotFilter(String name, boolean marketOnly, BigDecimal min, BigDecimal max, BigDecimal step)
    implements OrderFilter {
  @Override
  public @Nullable String problem(Wanted order, Surroundings around) {
    if (marketOnly && !order.isMarket()) {
      return null;
    }
    String problem = problem("quantity", order.quantity());
    return problem != null || marketOnly ? problem : problem("icebergQty", order.shown());
  }

  private @Nullable String problem(String what, @Nullable BigDecimal quantity) {
    if (quantity == null) {
      return null;
    }
    boolean fits =
        quantity.compareTo(min) >= 0
            && (max.signum() == 0 || quantity.compareTo(max) <= 0)
            && (step.signum() == 0 || quantity.remainder(step).signum() == 0);
    return fits
        ? null
        : name
            + ": "
            + what
            + "="
            + quantity.toPlainString()
            + " min="
            + min.toPlainString()
            + " max="
            + max.toPlainString()
            + " step="
            + step.toPlainString();
  }
}
