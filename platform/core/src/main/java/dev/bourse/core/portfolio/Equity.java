package dev.bourse.core.portfolio;

import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.Balance;
import dev.bourse.api.model.Currency;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Int128;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Price;
import dev.bourse.core.market.InstrumentMarket;
import dev.bourse.core.market.Market;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What accounts are worth: every quote currency with the bases that are traded against it, at the
 * last price.
 */
public final class Equity {
  private Equity() {}

  /** One amount per account and quote currency; a base without a price counts as nothing. */
  public static List<Money> of(Portfolio portfolio, Market market) {
    List<Money> all = new ArrayList<>();
    for (AccountId account : portfolio.accounts()) {
      Map<String, Money> byQuote = new TreeMap<>();
      for (InstrumentMarket each : market.all()) {
        Currency quote = each.instrument().quote();
        Money before =
            byQuote.computeIfAbsent(quote.code(), code -> total(portfolio, account, quote));
        byQuote.put(quote.code(), before.plus(value(portfolio, account, each)));
      }
      all.addAll(byQuote.values());
    }
    return all;
  }

  private static Money total(Portfolio portfolio, AccountId account, Currency currency) {
    return portfolio.balance(account, currency).map(Balance::total).orElse(currency.zero());
  }

  private static Money value(Portfolio portfolio, AccountId account, InstrumentMarket market) {
    Instrument instrument = market.instrument();
    Optional<Price> price = market.referencePrice();
    if (price.isEmpty()) {
      return instrument.quote().zero();
    }
    Money base = total(portfolio, account, instrument.base());
    int decimals = instrument.base().decimals() + price.get().decimals();
    Int128 value =
        base.raw()
            .times(price.get().raw())
            .rescaled(decimals, instrument.quote().decimals(), RoundingMode.HALF_EVEN);
    return new Money(value, instrument.quote());
  }
}
