package dev.bourse.api.model;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * An amount in another currency, and by which prices it came about.
 *
 * @param from the amount
 * @param to the same in the other currency, half even to its decimals after each leg
 * @param legs the prices on the way, first to last, at least one
 */
public record Conversion(Money from, Money to, List<Leg> legs) {
  /** Keeps a copy of the legs. */
  public Conversion {
    legs = List.copyOf(legs);
    if (legs.isEmpty()) {
      throw new IllegalArgumentException(
          from + " cannot become " + to + " without a price: a conversion has at least one leg");
    }
  }

  /**
   * One price on the way.
   *
   * @param instrument whose price it is
   * @param price its last price then
   * @param inverse whether the amount was divided by the price: from quote to base
   * @param time our time of that price, nanoseconds
   */
  public record Leg(InstrumentId instrument, Price price, boolean inverse, long time) {
    /** {@code 602.10 (BNBUSDT.BINANCE, 2024-01-01T00:00:00Z)}, {@code 1/20.00 (...)}. */
    @Override
    public String toString() {
      long second = TimeUnit.SECONDS.toNanos(1);
      Instant at = Instant.ofEpochSecond(Math.floorDiv(time, second), Math.floorMod(time, second));
      return (inverse ? "1/" : "") + price + " (" + instrument + ", " + at + ")";
    }
  }

  /** The prices with their instruments and times, in words. */
  public String rate() {
    return legs.stream().map(Leg::toString).collect(Collectors.joining(" times "));
  }

  /** {@code 0.1 BNB = 60.21 USDT at 602.10 (BNBUSDT.BINANCE, 2024-01-01T00:00:00Z)}. */
  @Override
  public String toString() {
    return from + " = " + to + " at " + rate();
  }
}
