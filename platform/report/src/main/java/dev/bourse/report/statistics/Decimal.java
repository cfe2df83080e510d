package dev.bourse.report.statistics;

import dev.bourse.api.model.Money;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import java.math.BigDecimal;

/** The values of the API as decimals, without loss. */
public final class Decimal {
  private Decimal() {}

  /** The amount. */
  public static BigDecimal of(Money money) {
    return new BigDecimal(money.raw().toBigInteger(), money.currency().decimals());
  }

  /** The price. */
  public static BigDecimal of(Price price) {
    return BigDecimal.valueOf(price.raw(), price.decimals());
  }

  /** The quantity. */
  public static BigDecimal of(Quantity quantity) {
    return BigDecimal.valueOf(quantity.raw(), quantity.decimals());
  }
}
