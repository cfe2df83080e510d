package dev.bourse.exchange.binance.trade;

import dev.bourse.api.model.Currency;
import dev.bourse.api.model.Decimals;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Currencies by their code: with the decimals of the instruments that were met, else with the eight
 * that the venue keeps. Any thread.
 */
final class Currencies {
  private static final int USUAL = 8;

  private final Map<String, Currency> known = new ConcurrentHashMap<>();

  /** An instrument's currencies are known from now on. */
  void met(Instrument instrument) {
    known.put(instrument.base().code(), instrument.base());
    known.put(instrument.quote().code(), instrument.quote());
  }

  /** A currency; throws {@link IllegalArgumentException} for a code that is none. */
  Currency of(String code) {
    Currency currency = known.get(code);
    return currency == null ? new Currency(code, USUAL) : currency;
  }

  /** Whether a code can be that of a currency. */
  boolean isCode(String code) {
    try {
      return of(code).code().equals(code);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** An amount; what is less than the currency's last decimal is left off. */
  Money money(String amount, String code) {
    Currency currency = of(code);
    BigDecimal exact = Decimals.parse(amount);
    return Money.of(
        exact
            .setScale(Math.min(exact.scale(), currency.decimals()), RoundingMode.DOWN)
            .toPlainString(),
        currency);
  }
}
