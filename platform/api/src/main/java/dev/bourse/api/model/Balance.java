package dev.bourse.api.model;

/**
 * One currency of an account.
 *
 * @param total everything there, reserved or not
 * @param reserved what live orders may still take
 */
public record Balance(Money total, Money reserved) {
  /** Checks that both are of one currency. */
  public Balance {
    if (!total.currency().equals(reserved.currency())) {
      throw new IllegalArgumentException(total + " and " + reserved + " are of two currencies");
    }
  }

  /** What new orders may use. */
  public Money free() {
    return total.minus(reserved);
  }

  /** The currency. */
  public Currency currency() {
    return total.currency();
  }
}
