package dev.bourse.core.portfolio;

import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.Balance;
import dev.bourse.api.model.Currency;
import dev.bourse.api.model.Int128;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Position;
import dev.bourse.api.model.Price;
import dev.bourse.core.market.InstrumentMarket;
import dev.bourse.core.market.Market;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What accounts are worth: their balances and what open contracts have gained. Every currency
 * counts once: a base is worth its price in the quote of the first listed instrument that has it as
 * base, and so on until a currency that is nobody's base.
 */
public final class Equity {
  private Equity() {}

  /**
   * One amount per account and quote currency at the end of a way. What has no price on its way is
   * listed in the currency in which it got stuck, never left out.
   */
  public static List<Money> of(Portfolio portfolio, Market market) {
    List<Money> all = new ArrayList<>();
    portfolio.accounts().forEach(account -> all.addAll(of(account, portfolio, market)));
    return all;
  }

  /** The same for one account. */
  public static List<Money> of(AccountId account, Portfolio portfolio, Market market) {
    List<InstrumentMarket> markets = market.all();
    List<Position> contracts =
        portfolio.open().stream()
            .filter(each -> !each.instrument().isSpot() && each.account().equals(account))
            .toList();
    Map<String, Money> ends = new TreeMap<>();
    for (Currency currency : currencies(markets).values()) {
      Money held =
          portfolio
              .balance(account, currency)
              .map(Balance::total)
              .orElse(currency.zero())
              .plus(open(contracts, currency, market));
      Money worth = worth(held, markets);
      if (worth.signum() != 0 || find(worth.currency(), markets) == null) {
        ends.merge(worth.currency().code(), worth, Money::plus);
      }
    }
    return List.copyOf(ends.values());
  }

  /**
   * What open contracts have gained; one without a price is worth what it cost, as it has been
   * since its last fill.
   */
  private static Money open(List<Position> contracts, Currency currency, Market market) {
    Money sum = currency.zero();
    for (Position each : contracts) {
      boolean counts = each.instrument().settlement().equals(currency);
      Optional<Price> price =
          counts ? market.valuationPrice(each.instrument().id()) : Optional.empty();
      sum = price.isPresent() ? sum.plus(each.unrealized(price.get())) : sum;
    }
    return sum;
  }

  private static Map<String, Currency> currencies(List<InstrumentMarket> markets) {
    Map<String, Currency> all = new TreeMap<>();
    for (InstrumentMarket each : markets) {
      all.putIfAbsent(each.instrument().base().code(), each.instrument().base());
      all.putIfAbsent(each.instrument().quote().code(), each.instrument().quote());
    }
    return all;
  }

  /** The amount at the end of its way; no way is longer than there are instruments. */
  private static Money worth(Money held, List<InstrumentMarket> markets) {
    Money worth = held;
    for (int steps = 0; steps < markets.size(); steps++) {
      InstrumentMarket next = find(worth.currency(), markets);
      Optional<Price> price = next == null ? Optional.empty() : next.referencePrice();
      if (next == null || price.isEmpty()) {
        return worth;
      }
      worth = convert(worth, price.get(), next.instrument().quote());
    }
    return worth;
  }

  private static @Nullable InstrumentMarket find(Currency base, List<InstrumentMarket> markets) {
    for (InstrumentMarket each : markets) {
      if (each.instrument().base().code().equals(base.code())) {
        return each;
      }
    }
    return null;
  }

  private static Money convert(Money amount, Price price, Currency quote) {
    int decimals = amount.currency().decimals() + price.decimals();
    Int128 value =
        amount
            .raw()
            .times(price.raw())
            .rescaled(decimals, quote.decimals(), RoundingMode.HALF_EVEN);
    return new Money(value, quote);
  }
}
