package dev.bourse.exchange.simulated;

import static dev.bourse.testkit.Instruments.BTCUSD;
import static dev.bourse.testkit.Instruments.USD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bourse.api.event.AccountEvent;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.exchange.ExchangeCommand;
import dev.bourse.api.exchange.LockstepExchange;
import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.Side;
import dev.bourse.testkit.ConfigFixtures;
import dev.bourse.testkit.Market;
import dev.bourse.testkit.RecordingSink;
import dev.bourse.testkit.TestContext;
import dev.bourse.testkit.TestOrders;
import dev.bourse.testkit.TestStore;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Accounts opened on one venue through the factory. */
class SharedVenueTest {
  private static final AccountId OTHER = new AccountId("other");

  private final SimulatedExchangeFactory factory = new SimulatedExchangeFactory();
  private final RecordingSink own = new RecordingSink();
  private final RecordingSink others = new RecordingSink();

  private LockstepExchange open(AccountId account, RecordingSink sink, String... settings) {
    return factory.open(
        ConfigFixtures.of(SimulatedExchangeFactory.Config.class, settings),
        new TestContext(account, sink, List.of(BTCUSD), Optional.empty()));
  }

  private LockstepExchange open(AccountId account, RecordingSink sink) {
    return open(
        account,
        sink,
        "shared",
        "books",
        "self.trade",
        "none",
        "latency",
        "0",
        "balances",
        "1000 USD,1 BTC");
  }

  private static Order of(AccountId account, Order order) {
    return new Order(
        order.id(),
        account,
        order.strategy(),
        order.spec(),
        order.status(),
        false,
        null,
        order.filled(),
        order.filledNotional(),
        order.entry(),
        null,
        0,
        0,
        "");
  }

  @Test
  void accountsThatNameTheSameVenueTradeWithEachOther() {
    LockstepExchange first = open(TestOrders.ACCOUNT, own);
    LockstepExchange second = open(OTHER, others);
    Order bid = TestOrders.limit("bid", BTCUSD, Side.BUY, "1", "100.00");
    Order ask = TestOrders.limit("ask", BTCUSD, Side.SELL, "1", "99.00");

    first.execution().execute(new ExchangeCommand.Submit(bid, Market.seconds(1)));
    second.execution().execute(new ExchangeCommand.Submit(of(OTHER, ask), Market.seconds(2)));

    assertThat(own.events(OrderReport.Filled.class))
        .extracting(report -> report.fill().price() + " " + report.fill().liquidity())
        .containsExactly("100.00 MAKER");
    assertThat(others.events(OrderReport.Filled.class))
        .extracting(report -> report.fill().price() + " " + report.fill().liquidity())
        .containsExactly("100.00 TAKER");
  }

  @Test
  void aVenueGoesWithItsLastAccount() {
    open(TestOrders.ACCOUNT, own).close();

    open(TestOrders.ACCOUNT, others, "shared", "books", "balances", "7 USD");

    others.take();
    open(OTHER, others, "shared", "books").execution().requestReport(0);
    assertThat(others.events(AccountEvent.MassReport.class).get(0).balances())
        .extracting(balance -> balance.total().toString())
        .containsExactly("10000.00000000 USD");
  }

  @Test
  void accountsOfOneVenueMustAgreeOnItsRules() {
    open(TestOrders.ACCOUNT, own);

    assertThatThrownBy(() -> open(OTHER, others, "shared", "books", "latency", "7"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("shared=books")
        .hasMessageContaining("same settings");
  }

  @Test
  void aSharedVenueTakesNoStore() {
    TestContext context = TestContext.of(own).with(new TestStore());

    assertThatThrownBy(
            () ->
                factory.open(
                    ConfigFixtures.of(SimulatedExchangeFactory.Config.class, "shared", "books"),
                    context))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("account demo has a store");
  }

  @Test
  void moneyComesAndLeavesWithoutATradeAsFarAsItIsFree() {
    LockstepExchange exchange = open(TestOrders.ACCOUNT, own);

    boolean came = exchange.transfer(Money.of("5", USD), Market.seconds(1));
    boolean left = exchange.transfer(Money.of("-1005", USD), Market.seconds(2));
    boolean tooMuch = exchange.transfer(Money.of("-0.01", USD), Market.seconds(3));

    assertThat(List.of(came, left, tooMuch)).containsExactly(true, true, false);
    assertThat(own.events(AccountEvent.CashFlow.class))
        .extracting(flow -> flow.kind() + " " + flow.amount())
        .containsExactly("deposit 5.00000000 USD", "withdrawal -1005.00000000 USD");
  }
}
