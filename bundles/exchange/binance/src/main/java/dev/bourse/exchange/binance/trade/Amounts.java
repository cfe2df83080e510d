package dev.bourse.exchange.binance.trade;

import dev.bourse.api.model.Decimals;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import java.math.BigDecimal;

/**
 * The venue's numbers as prices and quantities: with the decimals of the instrument, with more
 * where those of a former version are needed. Pure functions.
 */
final class Amounts {
  private Amounts() {}

  static Quantity quantity(String text, Instrument instrument) {
    return Quantity.of(plain(text, instrument.quantityDecimals()));
  }

  static Price price(String text, Instrument instrument) {
    return Price.of(plain(text, instrument.priceDecimals()));
  }

  /** Whether a number is there and not zero. */
  static boolean isSome(String text) {
    return !text.isEmpty() && Decimals.parse(text).signum() != 0;
  }

  private static String plain(String text, int decimals) {
    BigDecimal value = Decimals.parse(text).stripTrailingZeros();
    return value.setScale(Math.max(value.scale(), decimals)).toPlainString();
  }
}
