package dev.bourse.api.model;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * The formulas of contracts whose unit is not one base. Exact, with one rounding half even at the
 * end; what does not fit is an {@link ArithmeticException}.
 */
final class ContractMath {
  private ContractMath() {}

  /** {@code quantity * size * price}. */
  static Money linear(Contract contract, Price price, Quantity quantity, Currency settlement) {
    BigDecimal worth = units(contract, quantity).multiply(decimal(price));
    return money(worth.setScale(settlement.decimals(), RoundingMode.HALF_EVEN), settlement);
  }

  /** {@code quantity * size / price}; throws {@link IllegalArgumentException} for no price. */
  static Money inverse(Contract contract, Price price, Quantity quantity, Currency settlement) {
    if (price.raw() <= 0) {
      throw new IllegalArgumentException(
          "price=" + price + " must be above zero: an inverse contract is worth size/price");
    }
    BigDecimal worth =
        units(contract, quantity)
            .divide(decimal(price), settlement.decimals(), RoundingMode.HALF_EVEN);
    return money(worth, settlement);
  }

  /**
   * The price at which a quantity has the given worth, half even to the given decimals, fewer where
   * they do not fit 64 bits.
   */
  static Price price(Contract contract, Money worth, Quantity quantity, int decimals) {
    BigDecimal amount =
        new BigDecimal(worth.raw().abs().toBigInteger(), worth.currency().decimals());
    BigDecimal units = units(contract, quantity);
    for (int places = decimals; ; places--) {
      BigDecimal price =
          contract.isInverse()
              ? units.divide(amount, places, RoundingMode.HALF_EVEN)
              : amount.divide(units, places, RoundingMode.HALF_EVEN);
      if (price.unscaledValue().bitLength() <= 63 || places == 0) {
        return new Price(price.unscaledValue().longValueExact(), places);
      }
    }
  }

  /** See {@link Instrument#quantityFor}. */
  static Quantity quantity(Instrument instrument, Money amount, Price price) {
    Contract contract = instrument.contract();
    if (price.raw() <= 0) {
      throw new IllegalArgumentException("price=" + price + " must be above zero");
    }
    Quantity size = contract.size();
    BigDecimal unit = BigDecimal.valueOf(size.raw(), size.decimals());
    unit = contract.isInverse() ? unit : unit.multiply(decimal(price));
    BigDecimal step =
        BigDecimal.valueOf(instrument.stepSize().raw(), instrument.quantityDecimals());
    BigDecimal steps =
        new BigDecimal(amount.raw().toBigInteger(), amount.currency().decimals())
            .divide(unit.multiply(step), 0, RoundingMode.DOWN);
    long most = instrument.maxQuantity().raw() / instrument.stepSize().raw() + 1;
    long fits = steps.min(BigDecimal.valueOf(most)).longValueExact();
    return instrument.quantity(Math.multiplyExact(fits, instrument.stepSize().raw()));
  }

  private static BigDecimal units(Contract contract, Quantity quantity) {
    BigInteger units =
        BigInteger.valueOf(quantity.raw()).multiply(BigInteger.valueOf(contract.size().raw()));
    return new BigDecimal(units, quantity.decimals() + contract.size().decimals());
  }

  private static BigDecimal decimal(Price price) {
    return BigDecimal.valueOf(price.raw(), price.decimals());
  }

  private static Money money(BigDecimal amount, Currency currency) {
    return new Money(Int128.of(amount.unscaledValue()), currency);
  }
}
