package dev.bourse.api.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * What one currency of a margin account is bound by and what it may still be used for.
 *
 * @param wallet what is there, profit and loss of open positions not counted
 * @param unrealized profit and loss of the open positions
 * @param initial what positions and live orders need
 * @param maintenance below which equity the venue liquidates
 * @param available what new positions may use, negative when there is too little: equity less
 *     {@code initial} in cross mode; wallet less {@code initial} in isolated mode, where open
 *     profit cannot be used
 */
public record Margin(
    Money wallet, Money unrealized, Money initial, Money maintenance, Money available) {
  /** The margin of an account with the given contracts, all settled in the wallet's currency. */
  public static Margin of(MarginTerms terms, Money wallet, List<Exposure> exposures) {
    Money unrealized = wallet.currency().zero();
    Money initial = unrealized;
    Money maintenance = unrealized;
    for (Exposure each : exposures) {
      unrealized = unrealized.plus(each.unrealized());
      initial = initial.plus(terms.initial(each.instrument(), each.greatest(terms.mode())));
      maintenance =
          maintenance.plus(terms.maintenance(each.instrument(), Exposure.abs(each.held())));
    }
    Money usable = terms.mode() == MarginMode.CROSS ? wallet.plus(unrealized) : wallet;
    return new Margin(wallet, unrealized, initial, maintenance, usable.minus(initial));
  }

  /** Wallet and unrealized profit and loss. */
  public Money equity() {
    return wallet.plus(unrealized);
  }

  /**
   * The price at which a position's losses have used up all that stands behind it but the
   * maintenance margin, half even to the instrument's decimals; empty when flat, or if no price
   * does that.
   *
   * <p>With cost {@code c}, cushion {@code e}, maintenance rate {@code r} and amount {@code a} of
   * the cost's bracket (zero without one), the worth at that price is {@code (c-e-a)/(1-r)} for
   * what gains as its worth rises, else {@code (c+e+a)/(1+r)}.
   *
   * @param position the position
   * @param cushion what stands behind it: its own margin, or in cross mode what the account has
   *     beyond the other positions' maintenance margin
   */
  public static Optional<Price> liquidationPrice(Position position, Money cushion) {
    if (position.isFlat()) {
      return Optional.empty();
    }
    Contract contract = position.instrument().contract();
    boolean rising = (position.side() == PositionSide.LONG) != contract.isInverse();
    MarginBracket bracket = contract.bracket(position.cost());
    Rate maintenance = bracket == null ? contract.maintenanceMargin() : bracket.maintenance();
    BigDecimal rate = BigDecimal.valueOf(maintenance.raw(), Rate.DECIMALS);
    Money behind = bracket == null ? cushion : cushion.plus(bracket.less());
    Money sum = rising ? position.cost().minus(behind) : position.cost().plus(behind);
    if (sum.signum() <= 0) {
      return Optional.empty();
    }
    BigDecimal share = rising ? BigDecimal.ONE.subtract(rate) : BigDecimal.ONE.add(rate);
    BigDecimal worth =
        new BigDecimal(sum.raw().toBigInteger()).divide(share, 0, RoundingMode.HALF_EVEN);
    Money limit = new Money(Int128.of(worth.unscaledValue()), sum.currency());
    int decimals = position.instrument().priceDecimals();
    return limit.signum() <= 0
        ? Optional.empty()
        : Optional.of(position.instrument().priceOf(limit, position.quantity(), decimals));
  }
}
