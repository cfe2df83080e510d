package dev.bourse.core.portfolio;

import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.Balance;
import dev.bourse.api.model.Currency;
import dev.bourse.api.model.Int128;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Position;
import dev.bourse.api.model.Price;
import dev.bourse.core.market.InstrumentMarket;
import dev.bourse.core.market.Listings;
import dev.bourse.core.market.Market;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What accounts are worth: their balances and what open contracts have gained. Every currency
 * counts once: a base is worth its price in the quote of the first listed instrument that has it as
 * base, and so on until a currency that is nobody's base.
 */
public final class Equity {
  private static final Comparator<Money> BY_CODE =
      Comparator.comparing(each -> each.currency().code());

  private Equity() {}

  /**
   * One amount per account and quote currency at the end of a way. What has no price on its way is
   * listed in the currency in which it got stuck, never left out.
   */
  public static List<Money> of(Portfolio portfolio, Market market) {
    List<AccountId> accounts = portfolio.accounts();
    if (accounts.size() == 1) {
      return of(accounts.get(0), portfolio, market);
    }
    List<Money> all = new ArrayList<>();
    for (AccountId account : accounts) {
      all.addAll(of(account, portfolio, market));
    }
    return all;
  }

  /** The same for one account. Backtests ask at every bar: no more objects than needed. */
  public static List<Money> of(AccountId account, Portfolio portfolio, Market market) {
    Listings listings = market.listings();
    List<Position> contracts = contracts(account, portfolio);
    List<Money> ends = new ArrayList<>(2);
    for (Currency currency : listings.currencies()) {
      Optional<Balance> balance = portfolio.balance(account, currency);
      Money total = balance.isPresent() ? balance.get().total() : currency.zero();
      Money held = total.minus(portfolio.venue().setOff(account, currency));
      Money worth = worth(contracts.isEmpty() ? held : open(held, contracts, market), listings);
      if (worth.signum() != 0 || listings.withBase(worth.currency()) == null) {
        add(worth, ends);
      }
    }
    if (ends.size() > 1) {
      ends.sort(BY_CODE);
    }
    return List.copyOf(ends);
  }

  private static void add(Money worth, List<Money> ends) {
    for (int i = 0; i < ends.size(); i++) {
      if (ends.get(i).currency().code().equals(worth.currency().code())) {
        ends.set(i, ends.get(i).plus(worth));
        return;
      }
    }
    ends.add(worth);
  }

  private static List<Position> contracts(AccountId account, Portfolio portfolio) {
    List<Position> contracts = List.of();
    for (Position each : portfolio.open()) {
      if (!each.instrument().isSpot() && each.account().equals(account)) {
        contracts = contracts.isEmpty() ? new ArrayList<>() : contracts;
        contracts.add(each);
      }
    }
    return contracts;
  }

  /**
   * An amount with what open contracts of its currency have gained; one without a price is worth
   * what it cost, as it has been since its last fill.
   */
  private static Money open(Money held, List<Position> contracts, Market market) {
    Money sum = held;
    for (Position each : contracts) {
      boolean counts = each.instrument().settlement().equals(held.currency());
      Optional<Price> price =
          counts ? market.valuationPrice(each.instrument().id()) : Optional.empty();
      sum = price.isPresent() ? sum.plus(each.unrealized(price.get())) : sum;
    }
    return sum;
  }

  /** The amount at the end of its way; no way is longer than there are instruments. */
  private static Money worth(Money held, Listings listings) {
    Money worth = held;
    for (int steps = 0; steps < listings.markets().size(); steps++) {
      InstrumentMarket next = listings.withBase(worth.currency());
      Optional<Price> price = next == null ? Optional.empty() : next.referencePrice();
      if (next == null || price.isEmpty()) {
        return worth;
      }
      worth = convert(worth, price.get(), next.instrument().quote());
    }
    return worth;
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
