package dev.bourse.api.filter;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** ICEBERG_PARTS: into how many parts an iceberg may break. */
record IcebergParts(int most) implements OrderFilter {
  @Override
  public @Nullable String problem(Wanted order, Surroundings around) {
    BigDecimal shown = order.shown();
    BigDecimal quantity = order.quantity();
    if (shown == null || quantity == null || shown.signum() == 0) {
      return null;
    }
    BigDecimal parts = quantity.divide(shown, 0, RoundingMode.CEILING);
    return parts.compareTo(BigDecimal.valueOf(most)) <= 0
        ? null
        : "ICEBERG_PARTS: parts=" + parts.toPlainString() + " max=" + most;
  }
}
