package dev.bourse.venue.binance.trading;

import dev.bourse.api.model.Money;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Values of the platform as the decimal numbers of the protocol, and as its texts. */
public final class Amounts {
  /** The decimals of all amounts in texts. */
  public static final int DECIMALS = 8;

  private Amounts() {}

  /** A price. */
  public static BigDecimal of(Price price) {
    return BigDecimal.valueOf(price.raw(), price.decimals());
  }

  /** A quantity. */
  public static BigDecimal of(Quantity quantity) {
    return BigDecimal.valueOf(quantity.raw(), quantity.decimals());
  }

  /** An amount of money. */
  public static BigDecimal of(Money money) {
    return new BigDecimal(money.raw().toBigInteger(), money.currency().decimals());
  }

  /** With eight decimals, more only where it has more. */
  public static String text(BigDecimal amount) {
    int decimals = Math.max(DECIMALS, amount.stripTrailingZeros().scale());
    return amount.setScale(decimals, RoundingMode.UNNECESSARY).toPlainString();
  }
}
