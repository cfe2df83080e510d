package dev.bourse.api.model;

/**
 * A part of an order that was executed. Applied once, whatever arrives twice: the key is (account,
 * instrument, {@code fillId}).
 *
 * @param fillId the venue's id of the execution
 * @param orderId our order
 * @param account the account
 * @param instrument the version of the instrument that scales price and quantity
 * @param side the order's side
 * @param price the execution price
 * @param quantity the executed quantity, above zero
 * @param fee what the venue charged; negative for a rebate; in any currency
 * @param liquidity maker or taker
 * @param eventTime the venue's time in nanoseconds
 * @param provisional inferred from an order's difference, to be replaced by the real fill
 */
public record Fill(
    String fillId,
    ClientOrderId orderId,
    AccountId account,
    Instrument instrument,
    Side side,
    Price price,
    Quantity quantity,
    Money fee,
    Liquidity liquidity,
    long eventTime,
    boolean provisional) {
  /** Checks that something was filled. */
  public Fill {
    if (!quantity.isPositive()) {
      throw new IllegalArgumentException(
          "fill " + fillId + " of " + orderId + ": quantity=" + quantity + " must be above zero");
    }
  }

  /** What was executed is worth, in the currency in which the instrument is settled. */
  public Money notional() {
    return instrument.notional(price, quantity);
  }
}
