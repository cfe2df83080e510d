package dev.bourse.api.model;

import java.math.RoundingMode;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * On which terms an account holds contracts. An account without terms is a cash account: it holds
 * spot only.
 *
 * @param mode what a position's losses may use up
 * @param model how the initial margin follows from the notional
 * @param leverage 1 to {@value #MOST}, for instruments without their own
 * @param leverages leverage by instrument, same range
 * @param hedged whether the account holds a long and a short position of one contract side by side,
 *     so that each order is for {@linkplain Order#positionSide one of them}; otherwise it holds one
 *     position of each contract
 */
public record MarginTerms(
    MarginMode mode,
    MarginModel model,
    int leverage,
    SortedMap<InstrumentId, Integer> leverages,
    boolean hedged) {
  /** The highest leverage. */
  public static final int MOST = 1000;

  /** Checks the ranges and keeps its own copy of the map. */
  public MarginTerms {
    leverages = Collections.unmodifiableSortedMap(new TreeMap<>(leverages));
    require(leverage);
    leverages.values().forEach(MarginTerms::require);
  }

  /** Terms of an account that holds one position of each contract. */
  public MarginTerms(
      MarginMode mode,
      MarginModel model,
      int leverage,
      SortedMap<InstrumentId, Integer> leverages) {
    this(mode, model, leverage, leverages, false);
  }

  private static void require(int leverage) {
    if (leverage < 1 || leverage > MOST) {
      throw new IllegalArgumentException("leverage=" + leverage + " is outside 1.." + MOST);
    }
  }

  /** The leverage of an instrument. */
  public int leverageOf(InstrumentId instrument) {
    return leverages.getOrDefault(instrument, leverage);
  }

  /** What has to be there to hold a notional, rounded up. */
  public Money initial(Instrument instrument, Money notional) {
    Money margin = notional.times(instrument.contract().initialMargin(), RoundingMode.UP);
    return model == MarginModel.STANDARD
        ? margin
        : new Money(
            margin.raw().dividedBy(leverageOf(instrument.id()), RoundingMode.UP),
            margin.currency());
  }

  /**
   * Below what the venue liquidates a notional, rounded up; leverage does not lower it. Where the
   * contract has brackets, it is the notional's: its rate of the whole, less its amount.
   */
  public Money maintenance(Instrument instrument, Money notional) {
    MarginBracket bracket = instrument.contract().bracket(notional);
    if (bracket == null) {
      return notional.times(instrument.contract().maintenanceMargin(), RoundingMode.UP);
    }
    Money margin = notional.times(bracket.maintenance(), RoundingMode.UP).minus(bracket.less());
    return margin.signum() < 0 ? margin.currency().zero() : margin;
  }
}
