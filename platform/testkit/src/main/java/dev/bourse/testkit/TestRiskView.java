package dev.bourse.testkit;

import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.Balance;
import dev.bourse.api.model.Currency;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.Position;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.StrategyId;
import dev.bourse.api.risk.RiskView;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a risk module sees in a test.
 *
 * @param time our time, nanoseconds
 * @param prices the reference price by instrument
 * @param positions what is held
 * @param liveOrders what may still fill
 * @param balances what the account has
 * @param used what each strategy uses, by strategy and quote currency {@code test USD}
 */
public record TestRiskView(
    long time,
    Map<InstrumentId, Price> prices,
    List<Position> positions,
    List<Order> liveOrders,
    List<Balance> balances,
    Map<String, Money> used)
    implements RiskView {
  /** Keeps ordered copies. */
  public TestRiskView {
    prices = new TreeMap<>(prices);
    positions = List.copyOf(positions);
    liveOrders = List.copyOf(liveOrders);
    balances = List.copyOf(balances);
    used = new TreeMap<>(used);
  }

  /** Nothing is known: no price, no balance. */
  public static TestRiskView empty() {
    return new TestRiskView(0, Map.of(), List.of(), List.of(), List.of(), Map.of());
  }

  /** One price is known, and the account has 10000 of the currency of settlement. */
  public static TestRiskView with(Instrument instrument, String price) {
    Currency quote = instrument.settlement();
    Balance balance = new Balance(Money.of("10000", quote), quote.zero());
    return new TestRiskView(
        0,
        Map.of(instrument.id(), instrument.price(price)),
        List.of(),
        List.of(),
        List.of(balance),
        Map.of());
  }

  /** The same while these positions are held. */
  public TestRiskView holding(Position... held) {
    return new TestRiskView(time, prices, List.of(held), liveOrders, balances, used);
  }

  /** The same while these orders are live. */
  public TestRiskView live(Order... orders) {
    return new TestRiskView(time, prices, positions, List.of(orders), balances, used);
  }

  /** The same while the test strategy uses this much. */
  public TestRiskView using(Money amount) {
    Map<String, Money> more = new TreeMap<>(used);
    more.put(TestOrders.STRATEGY + " " + amount.currency(), amount);
    return new TestRiskView(time, prices, positions, liveOrders, balances, more);
  }

  @Override
  public Optional<Price> referencePrice(Instrument instrument) {
    return Optional.ofNullable(prices.get(instrument.id()));
  }

  @Override
  public Position position(AccountId account, StrategyId strategy, Instrument instrument) {
    return positions.stream()
        .filter(
            each ->
                each.account().equals(account)
                    && each.strategy().equals(strategy)
                    && each.instrument().id().equals(instrument.id()))
        .findFirst()
        .orElseGet(() -> Position.flat(account, strategy, instrument));
  }

  @Override
  public Optional<Balance> balance(AccountId account, Currency currency) {
    return balances.stream().filter(each -> each.currency().equals(currency)).findFirst();
  }

  @Override
  public Money used(AccountId account, StrategyId strategy, Currency quote) {
    return used.getOrDefault(strategy + " " + quote, quote.zero());
  }
}
