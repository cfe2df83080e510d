package dev.bourse.testkit.kit;

import static dev.bourse.testkit.Instruments.BTC;
import static dev.bourse.testkit.Instruments.BTCUSD;
import static dev.bourse.testkit.Instruments.USD;

import dev.bourse.api.event.AccountEvent;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.event.VenueEvent;
import dev.bourse.api.exchange.ExchangeCommand;
import dev.bourse.api.exchange.ExchangeContext;
import dev.bourse.api.exchange.LockstepExchange;
import dev.bourse.api.model.Fill;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderChange;
import dev.bourse.api.model.Side;
import dev.bourse.testkit.Market;
import dev.bourse.testkit.RecordingSink;
import dev.bourse.testkit.TestContext;
import dev.bourse.testkit.TestOrders;
import dev.bourse.testkit.TestStore;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The trader's side of an exchange under test: a second passes between any two things that it does.
 */
final class LockstepDesk {
  private final RecordingSink sink = new RecordingSink();
  private final LockstepExchange exchange;
  private long position;
  private double seconds = 1;

  private LockstepDesk(Function<ExchangeContext, LockstepExchange> opening, TestContext context) {
    this.exchange = opening.apply(context.with(sink));
    this.position = exchange.position();
  }

  static LockstepDesk open(Function<ExchangeContext, LockstepExchange> opening) {
    return new LockstepDesk(opening, TestContext.of(new RecordingSink()));
  }

  static LockstepDesk open(Function<ExchangeContext, LockstepExchange> opening, TestStore store) {
    return new LockstepDesk(opening, TestContext.of(new RecordingSink()).with(store));
  }

  LockstepExchange exchange() {
    return exchange;
  }

  LockstepDesk trade(String price) {
    return trade(price, "5");
  }

  LockstepDesk trade(String price, String size) {
    position++;
    return again(price, size);
  }

  /** The last position of the feed once more. */
  LockstepDesk again(String price, String size) {
    seconds++;
    exchange.onMarket(Market.trade(BTCUSD, seconds, price, size), position, now());
    return this;
  }

  LockstepDesk submit(Order order) {
    execute(order);
    return pass();
  }

  boolean execute(Order order) {
    return exchange.execution().execute(new ExchangeCommand.Submit(order, now()));
  }

  LockstepDesk amend(Order order, OrderChange change) {
    exchange.execution().execute(new ExchangeCommand.Amend(order, change, now()));
    return pass();
  }

  LockstepDesk cancel(Order order) {
    exchange.execution().execute(new ExchangeCommand.Cancel(order, now()));
    return pass();
  }

  LockstepDesk query(Order order) {
    exchange.execution().execute(new ExchangeCommand.Query(order, now()));
    return pass();
  }

  /** Lets the exchange work at its own deadlines, and not otherwise. */
  void workThatIsDue() {
    for (long due = exchange.nextDeadline(); due != Long.MAX_VALUE; due = exchange.nextDeadline()) {
      exchange.doWork(due);
    }
  }

  void aDayOfTrading() {
    trade("100.00");
    submit(TestOrders.limit("rest", BTCUSD, Side.BUY, "3", "90.00"));
    submit(TestOrders.market("buy", BTCUSD, Side.BUY, "1"));
    trade("101.00", "0.4").trade("102.00", "2");
    submit(TestOrders.limit("sell", BTCUSD, Side.SELL, "1", "103.00"));
    trade("104.00", "0.25").trade("89.00", "1");
    cancel(TestOrders.limit("sell", BTCUSD, Side.SELL, "1", "103.00"));
  }

  AccountEvent.MassReport report() {
    exchange.execution().requestReport(0);
    pass();
    List<AccountEvent.MassReport> reports = said(AccountEvent.MassReport.class);
    return reports.get(reports.size() - 1);
  }

  <T extends VenueEvent> List<T> said(Class<T> type) {
    return sink.events(type);
  }

  List<VenueEvent> events() {
    return sink.events();
  }

  List<Fill> fills() {
    return said(OrderReport.Filled.class).stream().map(OrderReport.Filled::fill).toList();
  }

  /** What 10000 USD and 10 BTC become by the given fills. */
  static List<Money> explained(List<Fill> fills) {
    Map<String, Money> balances = new TreeMap<>();
    balances.put("BTC", Money.of("10", BTC));
    balances.put("USD", Money.of("10000", USD));
    for (Fill fill : fills) {
      Money base = Money.of(fill.quantity().toString(), BTC);
      boolean buy = fill.side() == Side.BUY;
      balances.merge("BTC", buy ? base : base.negate(), Money::plus);
      balances.merge("USD", buy ? fill.notional().negate() : fill.notional(), Money::plus);
      balances.merge(fill.fee().currency().code(), fill.fee().negate(), Money::plus);
    }
    return List.copyOf(balances.values());
  }

  private LockstepDesk pass() {
    seconds++;
    exchange.doWork(now());
    return this;
  }

  private long now() {
    return Market.seconds(seconds);
  }
}
