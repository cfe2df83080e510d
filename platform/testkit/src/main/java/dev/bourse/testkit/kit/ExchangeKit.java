package dev.bourse.testkit.kit;

import static dev.bourse.testkit.Instruments.BTCUSD;
import static dev.bourse.testkit.Instruments.ETHUSD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.bourse.api.event.AccountEvent;
import dev.bourse.api.event.ConnectionChanged;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.exchange.ExchangeContext;
import dev.bourse.api.exchange.LockstepExchange;
import dev.bourse.api.model.Balance;
import dev.bourse.api.model.Fill;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderChange;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.OrderType;
import dev.bourse.api.model.Side;
import dev.bourse.testkit.TestOrders;
import dev.bourse.testkit.TestStore;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What every exchange that is driven in lockstep has to do. The account that is opened must hold
 * 10000 USD and 10 BTC, and commands must arrive within a second.
 */
@Tag("P9")
public abstract class ExchangeKit {
  /** For the adapter's test. */
  protected ExchangeKit() {}

  /** Opens a new account; a store in the context is to be used. */
  protected abstract LockstepExchange open(ExchangeContext context);

  @Test
  void saysThatItIsConnected() {
    LockstepDesk desk = LockstepDesk.open(this::open);

    List<ConnectionChanged> said = desk.said(ConnectionChanged.class);

    assertThat(said).extracting(ConnectionChanged::connected).containsExactly(true);
    assertThat(said.get(0).account()).isEqualTo(TestOrders.ACCOUNT);
  }

  @Test
  void listsTheInstrumentsThatCameWithTheData() {
    LockstepDesk desk = LockstepDesk.open(this::open);

    desk.exchange().marketData().subscribe(BTCUSD.id());

    assertThat(desk.exchange().instruments()).contains(BTCUSD, ETHUSD);
    assertThatThrownBy(
            () -> desk.exchange().marketData().subscribe(InstrumentId.of("NONE.NOWHERE")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("NONE.NOWHERE");
  }

  @Test
  void hasTheBalancesThatTheKitNeeds() {
    LockstepDesk desk = LockstepDesk.open(this::open);

    AccountEvent.MassReport report = desk.report();

    assertThat(report.balances())
        .extracting(balance -> balance.total().toString())
        .contains("10000.00000000 USD", "10.00000000 BTC");
    assertThat(report.openOrders()).isEmpty();
    assertThat(report.fills()).isEmpty();
  }

  @Test
  void acceptsALimitOrderAndKeepsItOpen() {
    LockstepDesk desk = LockstepDesk.open(this::open).trade("100.00");

    desk.submit(TestOrders.limit("a", BTCUSD, Side.BUY, "1", "90.00"));

    assertThat(desk.said(OrderReport.class))
        .extracting(Object::getClass)
        .containsExactly(OrderReport.Accepted.class);
    assertThat(desk.report().openOrders())
        .extracting(status -> status.orderId().value(), OrderReport.Status::status)
        .containsExactly(tuple("a", OrderStatus.ACCEPTED));
  }

  @Test
  void saysWhenItHasWorkAndDoesItThen() {
    LockstepDesk desk = LockstepDesk.open(this::open).trade("100.00");
    assertThat(desk.exchange().nextDeadline()).isEqualTo(Long.MAX_VALUE);

    boolean taken = desk.execute(TestOrders.limit("a", BTCUSD, Side.BUY, "1", "90.00"));
    desk.workThatIsDue();

    assertThat(taken).isTrue();
    assertThat(desk.said(OrderReport.Accepted.class)).hasSize(1);
    assertThat(desk.exchange().nextDeadline()).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void fillsAMarketOrderForExactlyWhatWasOrdered() {
    LockstepDesk desk = LockstepDesk.open(this::open).trade("100.00");

    desk.submit(TestOrders.market("a", BTCUSD, Side.BUY, "1.5")).trade("101.00").trade("102.00");

    List<Fill> fills = desk.fills();
    assertThat(fills.stream().map(fill -> fill.quantity().raw()).reduce(0L, Math::addExact))
        .isEqualTo(150_000_000L);
    assertThat(fills).extracting(Fill::fillId).doesNotHaveDuplicates();
    assertThat(fills).extracting(Fill::side).containsOnly(Side.BUY);
  }

  @Test
  void spendsAtMostTheAmountAndThenSaysThatItIsFilledIfItTakesAmounts() {
    LockstepDesk desk = LockstepDesk.open(this::open).trade("100.00");
    assumeTrue(desk.exchange().capabilities().quoteAmounts(), "this exchange takes no amounts");
    Money amount = Money.of("150", BTCUSD.quote());
    Order order = TestOrders.order("a", OrderSpec.marketFor(BTCUSD, Side.BUY, amount));

    desk.submit(order).trade("101.00").trade("102.00");

    assertThat(notional(desk.fills())).isBetween(Money.of("149", BTCUSD.quote()), amount);
    assertThat(desk.said(OrderReport.Status.class))
        .singleElement()
        .satisfies(
            status -> {
              assertThat(status.status()).isEqualTo(OrderStatus.FILLED);
              assertThat(status.filledNotional()).isEqualTo(notional(desk.fills()));
            });
  }

  @Test
  void keepsBalancesThatItsFillsExplain() {
    LockstepDesk desk = LockstepDesk.open(this::open).trade("100.00");

    desk.submit(TestOrders.market("buy", BTCUSD, Side.BUY, "1"))
        .trade("101.00")
        .submit(TestOrders.market("sell", BTCUSD, Side.SELL, "2"))
        .trade("99.00")
        .trade("99.00");

    AccountEvent.MassReport report = desk.report();
    assertThat(report.fills()).isEqualTo(desk.fills());
    assertThat(report.balances())
        .extracting(Balance::total)
        .containsExactlyInAnyOrderElementsOf(LockstepDesk.explained(desk.fills()));
    assertThat(report.balances()).extracting(Balance::free).allMatch(money -> money.signum() >= 0);
  }

  @Test
  void refusesWhatTheAccountCannotPayForWithCodeAndNumbers() {
    LockstepDesk desk = LockstepDesk.open(this::open).trade("100.00");

    desk.submit(TestOrders.limit("a", BTCUSD, Side.BUY, "1000", "90.00"));

    assertThat(desk.said(OrderReport.Rejected.class))
        .singleElement()
        .satisfies(report -> assertThat(report.reason()).matches("[A-Z][A-Z0-9_]+: .*=.*"));
    assertThat(desk.report().balances())
        .extracting(Balance::reserved)
        .allMatch(money -> money.signum() == 0);
  }

  @Test
  void placesARepeatedOrderOnce() {
    LockstepDesk desk = LockstepDesk.open(this::open).trade("100.00");
    Order order = TestOrders.limit("a", BTCUSD, Side.BUY, "1", "90.00");

    desk.submit(order).submit(order);

    assertThat(desk.report().openOrders()).hasSize(1);
    assertThat(desk.said(OrderReport.Rejected.class)).isEmpty();
  }

  @Test
  void cancelsWhatIsOpenAndGivesItsReservationFree() {
    LockstepDesk desk = LockstepDesk.open(this::open).trade("100.00");
    Order order = TestOrders.limit("a", BTCUSD, Side.BUY, "1", "90.00");

    desk.submit(order).cancel(order);

    assertThat(desk.said(OrderReport.Canceled.class)).hasSize(1);
    assertThat(desk.report().openOrders()).isEmpty();
    assertThat(desk.report().balances())
        .extracting(Balance::reserved)
        .allMatch(money -> money.signum() == 0);
  }

  @Test
  void changesAnOpenOrderInOneStepIfItSaysThatItCan() {
    LockstepDesk desk = LockstepDesk.open(this::open).trade("100.00");
    assumeTrue(desk.exchange().capabilities().amend(), "this exchange cannot change orders");
    Order order = TestOrders.limit("a", BTCUSD, Side.BUY, "1", "90.00");
    OrderChange change = new OrderChange(BTCUSD.quantity("0.5"), BTCUSD.price("91.00"), null);

    desk.submit(order).amend(order, change).query(order);

    assertThat(desk.said(OrderReport.Updated.class))
        .extracting(OrderReport.Updated::change)
        .containsExactly(change);
    assertThat(desk.said(OrderReport.Status.class))
        .extracting(OrderReport.Status::terms)
        .containsExactly(change);
  }

  @Test
  void refusesToChangeWhatIsClosed() {
    LockstepDesk desk = LockstepDesk.open(this::open).trade("100.00");
    assumeTrue(desk.exchange().capabilities().amend(), "this exchange cannot change orders");
    Order order = TestOrders.limit("a", BTCUSD, Side.BUY, "1", "90.00");

    desk.submit(order).cancel(order).amend(order, OrderChange.price(BTCUSD.price("91.00")));

    assertThat(desk.said(OrderReport.UpdateRejected.class))
        .singleElement()
        .satisfies(report -> assertThat(report.reason()).matches("[A-Z][A-Z0-9_]+: .*=.*"));
    assertThat(desk.said(OrderReport.Updated.class)).isEmpty();
  }

  @Test
  void saysThatAStopIsSetOffBeforeItFillsIfItHoldsStops() {
    LockstepDesk desk = LockstepDesk.open(this::open).trade("100.00");
    assumeTrue(
        desk.exchange().capabilities().orderTypes().contains(OrderType.STOP_MARKET),
        "this exchange holds no stops");
    OrderSpec stop = OrderSpec.stop(BTCUSD, Side.SELL, BTCUSD.quantity("1"), BTCUSD.price("95.00"));

    desk.submit(TestOrders.order("a", stop)).trade("95.01").trade("94.00").trade("94.00");

    assertThat(desk.said(OrderReport.class))
        .extracting(Object::getClass)
        .containsExactly(
            OrderReport.Accepted.class, OrderReport.Triggered.class, OrderReport.Filled.class);
  }

  @Test
  void refusesToCancelWhatIsClosed() {
    LockstepDesk desk = LockstepDesk.open(this::open).trade("100.00");
    Order order = TestOrders.market("a", BTCUSD, Side.BUY, "1");

    desk.submit(order).trade("100.00").cancel(order);

    assertThat(desk.said(OrderReport.CancelRejected.class)).hasSize(1);
    assertThat(desk.said(OrderReport.Canceled.class)).isEmpty();
  }

  @Test
  void answersAQueryWithWhatIsTrue() {
    LockstepDesk desk = LockstepDesk.open(this::open).trade("100.00");
    Order order = TestOrders.market("a", BTCUSD, Side.BUY, "1");

    desk.submit(order).trade("100.00").query(order);

    assertThat(desk.said(OrderReport.Status.class))
        .singleElement()
        .satisfies(
            status -> {
              assertThat(status.status()).isEqualTo(OrderStatus.FILLED);
              assertThat(status.filled()).isEqualTo(BTCUSD.quantity("1"));
              assertThat(status.filledNotional()).isEqualTo(notional(desk.fills()));
            });
  }

  @Test
  void saysThatItDoesNotKnowAnOrder() {
    LockstepDesk desk = LockstepDesk.open(this::open).trade("100.00");

    desk.query(TestOrders.market("never", BTCUSD, Side.BUY, "1"));

    assertThat(desk.said(OrderReport.NotFound.class)).hasSize(1);
  }

  @Test
  void matchesEachPositionOfTheFeedOnce() {
    LockstepDesk desk = LockstepDesk.open(this::open).trade("100.00");
    desk.submit(TestOrders.limit("a", BTCUSD, Side.BUY, "5", "90.00")).trade("80.00", "1");

    desk.again("80.00", "1").again("80.00", "1");

    assertThat(desk.fills())
        .extracting(fill -> fill.quantity().toString())
        .containsExactly("1.00000000");
  }

  @Test
  void saysTheSameToTheSame() {
    LockstepDesk first = LockstepDesk.open(this::open);
    LockstepDesk second = LockstepDesk.open(this::open);

    first.aDayOfTrading();
    second.aDayOfTrading();

    assertThat(second.events()).isEqualTo(first.events());
    assertThat(second.fills()).isNotEmpty();
  }

  @Test
  void goesOnAfterAKillWithAllThatItTold() {
    TestStore store = new TestStore();
    LockstepDesk before = LockstepDesk.open(this::open, store);
    before.aDayOfTrading();

    LockstepDesk after = LockstepDesk.open(this::open, store.afterKill());

    assertThat(after.report())
        .usingRecursiveComparison()
        .ignoringFields("requestedAt", "eventTime", "openOrders.eventTime")
        .isEqualTo(before.report());
    assertThat(after.exchange().position()).isEqualTo(before.exchange().position());
    assertThat(after.report().fills()).isNotEmpty();
  }

  @Test
  void isSilentOnceItIsClosed() {
    LockstepDesk desk = LockstepDesk.open(this::open).trade("100.00");
    desk.submit(TestOrders.limit("a", BTCUSD, Side.BUY, "1", "90.00"));
    int before = desk.events().size();

    desk.exchange().close();
    boolean taken = desk.execute(TestOrders.market("b", BTCUSD, Side.BUY, "1"));
    desk.trade("80.00");

    assertThat(taken).isFalse();
    assertThat(desk.events()).hasSize(before);
  }

  private static Money notional(List<Fill> fills) {
    return fills.stream().map(Fill::notional).reduce(BTCUSD.quote().zero(), Money::plus);
  }
}
