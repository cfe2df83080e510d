package dev.bourse.exchange.simulated.venue;

import dev.bourse.api.model.Rate;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What trading costs.
 *
 * @param maker the fee of resting orders, or null for the instrument's
 * @param taker the fee of orders that take, or null for the instrument's
 * @param tiers other rates for those who traded more, by rising volume; empty for none
 * @param perOrder an amount of quote currency for an order, charged with its first part
 * @param perUnit an amount of quote currency for each unit of base, or each contract
 * @param paidIn what fees are paid in
 * @param third the code of the third currency, empty unless fees are paid in one
 * @param thirdPrice what one unit of the third currency is worth in quote currency, or null for its
 *     last price at this venue
 * @param thirdDiscount what is taken off a fee that is paid in the third currency
 * @param multiple what rates above zero are multiplied by; amounts are given multiplied
 */
public record FeeRules(
    @Nullable Rate maker,
    @Nullable Rate taker,
    List<Tier> tiers,
    BigDecimal perOrder,
    BigDecimal perUnit,
    PaidIn paidIn,
    String third,
    @Nullable BigDecimal thirdPrice,
    Rate thirdDiscount,
    BigDecimal multiple) {
  /** Keeps a copy of the tiers. */
  public FeeRules {
    tiers = List.copyOf(tiers);
  }

  /** The rate that is charged, rounded up; a rebate stays as it is. */
  Rate charged(Rate rate) {
    return rate.raw() <= 0 || multiple.compareTo(BigDecimal.ONE) == 0
        ? rate
        : new Rate(
            multiple
                .multiply(BigDecimal.valueOf(rate.raw()))
                .setScale(0, RoundingMode.CEILING)
                .longValueExact());
  }

  /** What fees are paid in. */
  public enum PaidIn {
    /** The quote currency. */
    QUOTE,
    /** What is received: base for buys, quote for sells. */
    RECEIVED,
    /** A third currency as long as there is enough of it, then what is received. */
    THIRD
  }

  /**
   * Rates for an account that traded at least so much.
   *
   * @param volume in quote currency, within thirty days
   * @param maker the fee of resting orders
   * @param taker the fee of orders that take
   */
  public record Tier(BigDecimal volume, Rate maker, Rate taker) {}
}
