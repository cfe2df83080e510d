package dev.bourse.report.statistics;

import dev.bourse.api.model.Instrument;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/** What quantities of an instrument are worth in its currency of settlement, for figures. */
final class Units {
  private Units() {}

  /** Quantity times contract size times price; for inverse contracts divided by it. */
  static BigDecimal worth(Instrument instrument, BigDecimal quantity, BigDecimal price) {
    BigDecimal units = units(instrument, quantity);
    return instrument.contract().isInverse()
        ? units.divide(price, MathContext.DECIMAL64)
        : units.multiply(price);
  }

  /** The price at which a quantity has the given worth; empty for none. */
  static Optional<BigDecimal> price(Instrument instrument, BigDecimal worth, BigDecimal quantity) {
    BigDecimal units = units(instrument, quantity);
    boolean inverse = instrument.contract().isInverse();
    BigDecimal divisor = inverse ? worth : units;
    return divisor.signum() == 0
        ? Optional.empty()
        : Optional.of((inverse ? units : worth).divide(divisor, MathContext.DECIMAL64));
  }

  /** Profit of a worth that rose, for a long position. */
  static BigDecimal gain(Instrument instrument, BigDecimal entry, BigDecimal exit) {
    BigDecimal rise = exit.subtract(entry);
    return instrument.contract().isInverse() ? rise.negate() : rise;
  }

  private static BigDecimal units(Instrument instrument, BigDecimal quantity) {
    return instrument.isSpot()
        ? quantity
        : quantity.multiply(Decimal.of(instrument.contract().size()));
  }
}
