package dev.bourse.api.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one unit of an instrument stands for, and what holding it takes.
 *
 * <p>With {@code n} units at price {@code p} and contract size {@code m}, the notional is {@code
 * n*m*p} in quote currency for spot and linear contracts, and {@code n*m/p} in base currency for
 * inverse ones: the currency in which the instrument is settled.
 *
 * @param kind spot, linear or inverse
 * @param size how much base (linear) or quote currency (inverse) one unit stands for, above zero; 1
 *     for spot
 * @param initialMargin the share of the notional that has to be there to hold it without leverage,
 *     above zero and at most 1
 * @param maintenanceMargin the share of the notional below which the venue liquidates, zero or more
 *     and below {@code initialMargin}; zero for spot
 * @param brackets other maintenance margins for positions above a notional, rising; empty for none
 */
public record Contract(
    ContractKind kind,
    Quantity size,
    Rate initialMargin,
    Rate maintenanceMargin,
    List<MarginBracket> brackets) {
  /** The base itself. */
  public static final Contract SPOT =
      new Contract(ContractKind.SPOT, new Quantity(1, 0), new Rate(Rate.ONE), Rate.ZERO);

  /** A contract with the same maintenance margin whatever the notional. */
  public Contract(ContractKind kind, Quantity size, Rate initialMargin, Rate maintenanceMargin) {
    this(kind, size, initialMargin, maintenanceMargin, List.of());
  }

  /** Checks the ranges. */
  public Contract {
    brackets = List.copyOf(brackets);
    for (int i = 1; i < brackets.size(); i++) {
      if (brackets.get(i).above().compareTo(brackets.get(i - 1).above()) <= 0) {
        throw new IllegalArgumentException(
            "margin bracket "
                + brackets.get(i)
                + " must begin above the one before it, "
                + brackets.get(i - 1));
      }
    }
    if (!size.isPositive()) {
      throw new IllegalArgumentException("contract size " + size + " must be above zero");
    }
    if (initialMargin.raw() <= 0 || initialMargin.raw() > Rate.ONE) {
      throw new IllegalArgumentException(
          "initial margin " + initialMargin + " must be a share above 0 and at most 1");
    }
    if (maintenanceMargin.raw() < 0 || maintenanceMargin.raw() >= initialMargin.raw()) {
      throw new IllegalArgumentException(
          "maintenance margin "
              + maintenanceMargin
              + " must be zero or more and below the initial margin "
              + initialMargin);
    }
    boolean plain =
        size.compareTo(new Quantity(1, 0)) == 0
            && maintenanceMargin.raw() == 0
            && brackets.isEmpty();
    if (kind == ContractKind.SPOT && !plain) {
      throw new IllegalArgumentException(
          "spot has contract size 1 and no maintenance margin, not "
              + size
              + " and "
              + maintenanceMargin);
    }
  }

  /** A linear contract of one base with the whole notional as initial margin. */
  public static Contract linear(Rate maintenanceMargin) {
    return new Contract(
        ContractKind.LINEAR, new Quantity(1, 0), new Rate(Rate.ONE), maintenanceMargin);
  }

  /** An inverse contract of the given amount of quote currency, otherwise as {@link #linear}. */
  public static Contract inverse(Quantity size, Rate maintenanceMargin) {
    return new Contract(ContractKind.INVERSE, size, new Rate(Rate.ONE), maintenanceMargin);
  }

  /** The same with other maintenance margins for positions above a notional. */
  public Contract bracketed(List<MarginBracket> rising) {
    return new Contract(kind, size, initialMargin, maintenanceMargin, rising);
  }

  /** The bracket of a notional without sign; null where the maintenance margin itself holds. */
  @Nullable MarginBracket bracket(Money notional) {
    MarginBracket found = null;
    for (MarginBracket each : brackets) {
      found = notional.compareTo(each.above()) > 0 ? each : found;
    }
    return found;
  }

  /** Whether the base itself changes hands. */
  public boolean isSpot() {
    return kind == ContractKind.SPOT;
  }

  /** Whether profit and loss are paid in base. */
  public boolean isInverse() {
    return kind == ContractKind.INVERSE;
  }

  /** The worth of a quantity at a price, in the currency in which it is settled. */
  Money notional(Price price, Quantity quantity, Currency settlement) {
    if (isInverse()) {
      return ContractMath.inverse(this, price, quantity, settlement);
    }
    return size.raw() == 1 && size.decimals() == 0
        ? price.times(quantity, settlement, java.math.RoundingMode.HALF_EVEN)
        : ContractMath.linear(this, price, quantity, settlement);
  }
}
