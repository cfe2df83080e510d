package dev.bourse.core;

import dev.bourse.api.event.AccountEvent;
import dev.bourse.api.event.CommandEvent;
import dev.bourse.api.event.ConnectionChanged;
import dev.bourse.api.event.Event;
import dev.bourse.api.event.InstrumentListed;
import dev.bourse.api.event.LifecycleEvent;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.event.TimerEvent;
import dev.bourse.api.event.Trade;
import dev.bourse.api.exchange.Capabilities;
import dev.bourse.api.exchange.ExchangeCommand;
import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.AggressorSide;
import dev.bourse.api.model.Balance;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Currency;
import dev.bourse.api.model.Fill;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.model.Liquidity;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Rate;
import dev.bourse.api.model.StrategyId;
import dev.bourse.api.model.TraderId;
import dev.bourse.api.model.TradingMode;
import dev.bourse.api.strategy.Strategy;
import dev.bourse.api.trace.Turn;
import dev.bourse.core.decision.TurnRecord;
import dev.bourse.core.settings.TraderSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A core with one account, one instrument and one strategy, driven event by event; every turn is
 * kept.
 */
public final class Fixture {
  public static final AccountId ACCOUNT = new AccountId("acct");
  public static final StrategyId STRATEGY = new StrategyId("s1");
  public static final Currency USD = new Currency("USD", 8);
  public static final Currency BTC = new Currency("BTC", 8);
  public static final long SECOND = 1_000_000_000L;
  public static final Instrument BTCUSD = instrument("BTCUSD.TEST");

  private final TraderCore core;
  private final List<Turn> turns = new ArrayList<>();
  private final List<ExchangeCommand> commands = new ArrayList<>();
  private long now = SECOND;

  public Fixture() {
    this(List.of());
  }

  public Fixture(List<String> riskModules) {
    this(new TraderCore(settings(riskModules)));
  }

  public Fixture(TraderCore core) {
    this.core = core;
    core.bindAccount(ACCOUNT, Capabilities.basic(Duration.ofDays(1), true));
  }

  public static TraderSettings settings(List<String> riskModules) {
    return TraderSettings.of(new TraderId("t"), TradingMode.REPLAY, List.of(ACCOUNT), riskModules);
  }

  public static Instrument instrument(String id) {
    return new Instrument(
        InstrumentId.of(id),
        1,
        BTC,
        USD,
        Price.of("0.01"),
        Quantity.of("0.0001"),
        Quantity.of("0.0001"),
        Quantity.of("1000"),
        Money.of("1", USD),
        Rate.of("0.001"),
        Rate.of("0.002"),
        true);
  }

  /**
   * Started, listed, recovered, connected, reconciled with 10,000 USD: RUNNING, with the strategy
   * bound.
   */
  public Fixture running(Strategy strategy) {
    on(new LifecycleEvent.Started(1, "mode=replay"));
    on(new InstrumentListed(BTCUSD, now));
    bind(strategy);
    on(new LifecycleEvent.Recovered("empty store"));
    on(new ConnectionChanged(ACCOUNT, true, "", now));
    report("10000");
    return this;
  }

  public void bind(Strategy strategy) {
    LifecycleEvent.StrategyBound bound = bound("v1");
    core.bind(bound, context -> strategy);
    on(bound);
  }

  public static LifecycleEvent.StrategyBound bound(String version) {
    return new LifecycleEvent.StrategyBound(
        STRATEGY, "test", version, "p", ACCOUNT, List.of(BTCUSD.id()), "1m", "");
  }

  public void report(String usd) {
    Balance cash = new Balance(Money.of(usd, USD), USD.zero());
    Balance coins = new Balance(BTC.zero(), BTC.zero());
    on(new AccountEvent.MassReport(ACCOUNT, List.of(), List.of(), List.of(cash, coins), now, now));
  }

  public Turn on(Event event) {
    return at(now, event);
  }

  public Turn at(long time, Event event) {
    now = time;
    TurnRecord record = core.on(time, event);
    Turn turn = record.toTurn();
    turns.add(turn);
    commands.addAll(record.commands());
    return turn;
  }

  public Turn trade(String price) {
    now += SECOND;
    return on(
        new Trade(
            BTCUSD,
            now,
            BTCUSD.price(price).raw(),
            BTCUSD.quantity("1").raw(),
            AggressorSide.UNKNOWN,
            null));
  }

  /** Lets the time pass; every timer at its own deadline. */
  public void pass(Duration time) {
    long until = now + time.toNanos();
    for (TimerEvent due = core.due(until); due != null; due = core.due(until)) {
      at(Math.max(core.time(), due.deadline()), due);
    }
    now = Math.max(until, core.time());
  }

  public void sent(ClientOrderId id) {
    on(new CommandEvent.Sent(id));
  }

  public void accept(ClientOrderId id) {
    sent(id);
    on(new OrderReport.Accepted(ACCOUNT, id, "v-" + id, now));
  }

  public Turn fill(ClientOrderId id, String quantity, String price, Money fee) {
    return on(new OrderReport.Filled(fillOf(id, "f" + core.sequence(), quantity, price, fee)));
  }

  public Fill fillOf(ClientOrderId id, String fillId, String quantity, String price, Money fee) {
    Order order = order(id);
    return new Fill(
        fillId,
        id,
        ACCOUNT,
        BTCUSD,
        order.spec().side(),
        BTCUSD.price(price),
        BTCUSD.quantity(quantity),
        fee,
        Liquidity.TAKER,
        now,
        false);
  }

  public Order order(ClientOrderId id) {
    Order order = core.state().ledger().find(id);
    if (order == null) {
      throw new AssertionError("no order " + id);
    }
    return order;
  }

  /** The only order, or the newest. */
  public Order last() {
    List<Order> all = core.state().ledger().all();
    return all.get(all.size() - 1);
  }

  public TraderCore core() {
    return core;
  }

  public List<Turn> turns() {
    return turns;
  }

  /** Everything that was to be sent. */
  public List<ExchangeCommand> commands() {
    return commands;
  }

  public long now() {
    return now;
  }

  public void now(long time) {
    now = time;
  }
}
