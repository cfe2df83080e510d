package dev.bourse.api.strategy;

import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Rate;
import dev.bourse.api.model.Signal;
import java.time.Duration;
import java.util.List;

/**
 * What a signal must keep to, and how long it may wait.
 *
 * @param price the price that entries are judged by
 * @param priceBars how many closed bars that price looks at, 1 to 1,000
 * @param minTakeProfit the least distance of the take-profit from the entry, as a share of it
 * @param minStopLoss the least distance of the stop-loss from the entry, as a share of it
 * @param maxStopLoss the greatest distance of the stop-loss from the entry, as a share of it
 * @param maxLifetime the longest lifetime, {@link Signal#FOREVER} for any
 * @param maxWait how long a signal waits for its entry, from the moment it was given
 * @param longs whether long signals are taken
 * @param shorts whether short signals are taken, where the account can be short
 */
public record SignalRules(
    PriceRule price,
    int priceBars,
    Rate minTakeProfit,
    Rate minStopLoss,
    Rate maxStopLoss,
    Duration maxLifetime,
    Duration maxWait,
    boolean longs,
    boolean shorts) {
  /** The most bars that a price may look at. */
  public static final int MAX_PRICE_BARS = 1_000;

  /**
   * The volume-weighted price of 5 bars; take-profit and stop-loss 0.5 % away at least, stop-loss
   * 20 % at most; held for 1,440 minutes, waiting for 120.
   */
  public static final SignalRules DEFAULT =
      new SignalRules(
          PriceRule.VWAP,
          5,
          Rate.of("0.005"),
          Rate.of("0.005"),
          Rate.of("0.2"),
          Signal.DAY,
          Duration.ofHours(2),
          true,
          true);

  /** Checks that the rules can be kept at all. */
  public SignalRules {
    if (priceBars < 1 || priceBars > MAX_PRICE_BARS) {
      throw new IllegalArgumentException(
          "price bars=" + priceBars + " is out of range: it must be 1.." + MAX_PRICE_BARS);
    }
    if (minTakeProfit.raw() < 0 || minStopLoss.raw() < 0) {
      throw new IllegalArgumentException(
          "least distances of take-profit="
              + minTakeProfit
              + " and stop-loss="
              + minStopLoss
              + " must not be negative");
    }
    if (minStopLoss.raw() >= maxStopLoss.raw()) {
      throw new IllegalArgumentException(
          "least distance of the stop-loss="
              + minStopLoss
              + " must be below the greatest, "
              + maxStopLoss);
    }
    requirePositive("longest lifetime", maxLifetime);
    requirePositive("longest wait", maxWait);
  }

  private static void requirePositive(String what, Duration duration) {
    if (duration.isNegative() || duration.isZero()) {
      throw new IllegalArgumentException(what + " of " + duration + " must be above zero");
    }
  }

  /** The same rules with another price. */
  public SignalRules judgedBy(PriceRule newPrice, int bars) {
    return new SignalRules(
        newPrice,
        bars,
        minTakeProfit,
        minStopLoss,
        maxStopLoss,
        maxLifetime,
        maxWait,
        longs,
        shorts);
  }

  /** The same rules with other distances. */
  public SignalRules distances(Rate leastTakeProfit, Rate leastStopLoss, Rate greatestStopLoss) {
    return new SignalRules(
        price,
        priceBars,
        leastTakeProfit,
        leastStopLoss,
        greatestStopLoss,
        maxLifetime,
        maxWait,
        longs,
        shorts);
  }

  /** The same rules with other times. */
  public SignalRules times(Duration longestLifetime, Duration longestWait) {
    return new SignalRules(
        price,
        priceBars,
        minTakeProfit,
        minStopLoss,
        maxStopLoss,
        longestLifetime,
        longestWait,
        longs,
        shorts);
  }

  /**
   * Everything that is wrong with a signal, one sentence each; empty if it may be traded.
   *
   * @param now the price that it is judged by
   */
  public List<String> problems(Signal signal, Instrument instrument, Price now) {
    return new SignalCheck(this, signal, instrument, now).problems();
  }
}
