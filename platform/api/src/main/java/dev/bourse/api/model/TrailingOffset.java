package dev.bourse.api.model;

import java.math.RoundingMode;

/**
 * How far a trigger stays behind the price that it follows. Always above zero.
 *
 * <p>Distances are rounded up to the tick, so that a stop is never nearer than asked.
 */
public sealed interface TrailingOffset {
  /** The distance from a price, on the instrument's tick. */
  Price distance(Price from, Instrument instrument);

  /** How it is said: the narrowest unit that says it exactly. */
  TrailingUnit unit();

  /**
   * A price difference.
   *
   * @param distance above zero
   */
  record ByPrice(Price distance) implements TrailingOffset {
    /** Checks the sign. */
    public ByPrice {
      require(distance.isPositive(), "price", distance);
    }

    @Override
    public TrailingUnit unit() {
      return TrailingUnit.PRICE;
    }

    @Override
    public Price distance(Price from, Instrument instrument) {
      int decimals = instrument.priceDecimals();
      Int128 exact = Int128.of(distance.raw());
      return onTick(
          exact.rescaled(distance.decimals(), decimals, RoundingMode.CEILING), instrument);
    }
  }

  /**
   * A number of ticks.
   *
   * @param ticks above zero
   */
  record ByTicks(int ticks) implements TrailingOffset {
    /** Checks the sign. */
    public ByTicks {
      require(ticks > 0, "ticks", ticks);
    }

    @Override
    public TrailingUnit unit() {
      return TrailingUnit.TICKS;
    }

    @Override
    public Price distance(Price from, Instrument instrument) {
      return instrument.price(Math.multiplyExact(ticks, instrument.tickSize().raw()));
    }
  }

  /**
   * A share of the price.
   *
   * @param share above zero and below 1
   */
  record ByShare(Rate share) implements TrailingOffset {
    private static final long BASIS_POINT = Rate.ONE / 10_000;

    /** Checks the range. */
    public ByShare {
      require(share.raw() > 0 && share.raw() < Rate.ONE, "share", share);
    }

    @Override
    public TrailingUnit unit() {
      return share.raw() % BASIS_POINT == 0 ? TrailingUnit.BASIS_POINTS : TrailingUnit.SHARE;
    }

    @Override
    public Price distance(Price from, Instrument instrument) {
      long raw = from.withDecimals(instrument.priceDecimals()).raw();
      Int128 exact = Int128.product(Math.abs(raw), share.raw());
      return onTick(exact.dividedBy(Rate.ONE, RoundingMode.CEILING), instrument);
    }
  }

  /** A share of the price in basis points, hundredths of a percent. */
  static TrailingOffset basisPoints(int points) {
    return new ByShare(new Rate(Math.multiplyExact(points, ByShare.BASIS_POINT)));
  }

  private static Price onTick(Int128 distance, Instrument instrument) {
    long tick = instrument.tickSize().raw();
    Int128 ticks = distance.dividedBy(tick, RoundingMode.CEILING);
    return instrument.price(Math.multiplyExact(ticks.longValueExact(), tick));
  }

  private static void require(boolean fine, String unit, Object value) {
    if (!fine) {
      throw new IllegalArgumentException(
          "a trailing offset must be above zero, a share also below 1; " + unit + "=" + value);
    }
  }
}
