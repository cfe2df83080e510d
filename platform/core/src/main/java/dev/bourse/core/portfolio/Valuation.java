package dev.bourse.core.portfolio;

import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.Balance;
import dev.bourse.api.model.Conversion;
import dev.bourse.api.model.Currency;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Position;
import dev.bourse.api.model.Price;
import dev.bourse.core.market.InstrumentMarket;
import dev.bourse.core.market.Market;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What an account is worth in its one currency: its traded assets, the currencies of its fees and
 * what its open contracts have gained. What it holds beside them does not count.
 *
 * @param currency the code of that currency
 * @param equity what all that has a price is worth together; empty if no instrument has the
 *     currency
 * @param assets the assets by code, with the way by which each is valued
 */
public record Valuation(String currency, Optional<Money> equity, List<Asset> assets) {
  /**
   * One asset.
   *
   * @param held how much of it there is, open profit of contracts that are settled in it included
   * @param path the way to the currency, empty if there is none and for the currency itself
   * @param worth how it was valued; empty for the currency itself and for what is unpriced
   * @param priced whether it counts in full
   */
  public record Asset(Money held, String path, Optional<Conversion> worth, boolean priced) {
    /** {@code asset=BNB held=0.5 path=BNBUSDT.BINANCE}. */
    public String numbers() {
      return "asset="
          + held.currency()
          + " held="
          + held.amount()
          + " path="
          + (path.isEmpty() ? "none" : path.replace(" ", "_"));
    }
  }

  /** Keeps a copy of the assets. */
  public Valuation {
    assets = List.copyOf(assets);
  }

  /**
   * Values an account.
   *
   * @param traded the instruments that it trades
   */
  public static Valuation of(
      AccountId account,
      String code,
      Collection<Instrument> traded,
      Portfolio portfolio,
      Market market) {
    Map<String, Currency> currencies = currencies(account, traded, portfolio);
    List<InstrumentMarket> markets = market.all();
    Optional<Currency> own = find(code, currencies, markets);
    own.ifPresent(currency -> currencies.put(code, currency));
    List<Asset> assets = new ArrayList<>();
    Money sum = own.map(Currency::zero).orElse(null);
    for (Currency each : currencies.values()) {
      Asset asset = asset(account, each, own, portfolio, market);
      assets.add(asset);
      boolean itself = each.code().equals(code);
      if (sum != null && (itself || asset.worth().isPresent())) {
        sum = sum.plus(itself ? asset.held() : asset.worth().orElseThrow().to());
      }
    }
    return new Valuation(code, Optional.ofNullable(sum), assets);
  }

  private static Map<String, Currency> currencies(
      AccountId account, Collection<Instrument> traded, Portfolio portfolio) {
    Map<String, Currency> all = new TreeMap<>();
    for (Instrument each : traded) {
      all.putIfAbsent(each.settlement().code(), each.settlement());
      if (each.isSpot()) {
        all.putIfAbsent(each.base().code(), each.base());
      }
    }
    for (FeeBook.Paid paid : portfolio.fees().all()) {
      if (paid.owner().account().equals(account)) {
        all.putIfAbsent(paid.amount().currency().code(), paid.amount().currency());
      }
    }
    return all;
  }

  private static Optional<Currency> find(
      String code, Map<String, Currency> known, List<InstrumentMarket> markets) {
    if (known.containsKey(code)) {
      return Optional.of(known.get(code));
    }
    return markets.stream()
        .flatMap(each -> List.of(each.instrument().base(), each.instrument().quote()).stream())
        .filter(currency -> currency.code().equals(code))
        .findFirst();
  }

  private static Asset asset(
      AccountId account,
      Currency currency,
      Optional<Currency> own,
      Portfolio portfolio,
      Market market) {
    Money held = portfolio.balance(account, currency).map(Balance::total).orElse(currency.zero());
    held = held.minus(portfolio.venue().setOff(account, currency));
    boolean known = true;
    for (Position each : portfolio.open()) {
      boolean counts =
          each.account().equals(account)
              && !each.instrument().isSpot()
              && each.instrument().settlement().equals(currency);
      if (counts) {
        Optional<Price> price = market.valuationPrice(each.instrument().id());
        known &= price.isPresent();
        held = price.isPresent() ? held.plus(each.unrealized(price.get())) : held;
      }
    }
    if (own.isPresent() && currency.code().equals(own.get().code())) {
      return new Asset(held, "", Optional.empty(), known);
    }
    Optional<Route> route = own.flatMap(to -> Route.of(currency, to, market.all()));
    Money amount = held;
    Optional<Conversion> worth =
        route.filter(Route::isPriced).map(priced -> priced.convert(amount));
    boolean nothing = held.signum() == 0 && known;
    return new Asset(
        held,
        route.map(Route::toString).orElse(""),
        worth,
        nothing || (known && worth.isPresent()));
  }

  /** What is there but has no known price that leads to the currency, or only in part. */
  public List<Asset> unpriced() {
    return assets.stream().filter(asset -> !asset.priced()).toList();
  }
}
