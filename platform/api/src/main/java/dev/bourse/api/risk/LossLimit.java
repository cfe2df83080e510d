package dev.bourse.api.risk;

import dev.bourse.api.model.Decimals;
import dev.bourse.api.model.Money;
import java.math.BigDecimal;

/**
 * How much may be lost: an amount in the currency in which an account is valued, or a share of what
 * the loss is measured from.
 *
 * @param value the amount, or percent; above zero, a share not above 100
 * @param percent whether it is a share
 */
public record LossLimit(BigDecimal value, boolean percent) {
  private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

  /** Checks the range. */
  public LossLimit {
    if (value.signum() <= 0) {
      throw new IllegalArgumentException("a loss limit must be above zero, not " + value);
    }
    if (percent && value.compareTo(WHOLE) > 0) {
      throw new IllegalArgumentException("a loss limit must be at most 100%, not " + value + "%");
    }
  }

  /**
   * Reads {@code 500}, an amount, or {@code 5%}; throws {@link IllegalArgumentException} with a
   * sentence.
   *
   * @param key what it is called where people write it
   */
  public static LossLimit of(String key, String text) {
    String stripped = text.strip();
    boolean percent = stripped.endsWith("%");
    String number = percent ? stripped.substring(0, stripped.length() - 1).strip() : stripped;
    try {
      return new LossLimit(Decimals.parse(number), percent);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          key
              + "="
              + text
              + " must be an amount above zero in the account's currency, like 500, or a share of at"
              + " most 100 percent, like 5%",
          e);
    }
  }

  /**
   * Whether a loss is as great as the limit or greater. What is no loss never is.
   *
   * @param loss what was lost
   * @param from what it is measured from, in the same currency
   */
  public boolean isReached(Money loss, Money from) {
    if (loss.signum() <= 0) {
      return false;
    }
    BigDecimal lost = new BigDecimal(loss.amount());
    return percent
        ? lost.multiply(WHOLE).compareTo(value.multiply(new BigDecimal(from.amount()))) >= 0
        : lost.compareTo(value) >= 0;
  }

  /** {@code 500} or {@code 5%}. */
  @Override
  public String toString() {
    return value.toPlainString() + (percent ? "%" : "");
  }
}
