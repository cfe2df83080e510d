package dev.bourse.exchange.binance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.event.AccountEvent;
import dev.bourse.api.event.ConnectionChanged;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.exchange.Exchange;
import dev.bourse.api.model.Fill;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderChange;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Side;
import dev.bourse.exchange.binance.key.ApiKey;
import dev.bourse.testkit.RecordingSink;
import dev.bourse.venue.binance.faults.Fault;
import dev.bourse.venue.binance.faults.Fault.Kind;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the adapter says when answers, events and connections are lost. */
@Tag("B1")
@Tag("H3")
class FaultsAtVenueTest {
  private final TradeBench bench = new TradeBench().connected();

  @AfterEach
  void close() {
    bench.close();
  }

  private AccountEvent.MassReport report() {
    bench.exchange.execution().requestReport(0);
    return bench.awaited(AccountEvent.MassReport.class, any -> true);
  }

  private void reconnected() {
    bench.awaited(ConnectionChanged.class, each -> !each.connected());
    bench.awaited(ConnectionChanged.class, ConnectionChanged::connected);
  }

  @Test
  void anAnswerThatIsCutOffIsLostAndTheQueryFindsTheOrder() {
    bench.venue.add(Fault.once(Kind.LOSE, "order.place"));
    Order order = bench.limit("a", Side.BUY, "0.1", "50000.00");

    bench.submit(order);

    assertThat(bench.report(OrderReport.AnswerLost.class, "a").reason())
        .startsWith("order.place was not answered: ");
    reconnected();
    bench.query(order);
    assertThat(bench.report(OrderReport.Status.class, "a").status())
        .isEqualTo(OrderStatus.ACCEPTED);
    assertThat(report().openOrders()).hasSize(1);
  }

  @Test
  void anOrderThatNeverArrivedIsNotFoundByName() {
    bench.venue.add(Fault.once(Kind.CUT, "order.place"));
    Order order = bench.limit("a", Side.BUY, "0.1", "50000.00");
    bench.submit(order);
    bench.report(OrderReport.AnswerLost.class, "a");
    reconnected();

    bench.query(order);

    OrderReport.NotFound absent = bench.report(OrderReport.NotFound.class, "a");
    assertThat(absent.queriedAt()).isPositive().isLessThanOrEqualTo(absent.eventTime());
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 503, 504})
  void anErrorOfTheServerProvesNothing(int status) {
    bench.venue.add(Fault.once(Kind.FAIL_AFTER, "order.place").with(status));

    bench.submit(bench.limit("a", Side.BUY, "0.1", "50000.00"));

    bench.report(OrderReport.AnswerLost.class, "a");
    assertThat(bench.sink.events(OrderReport.Rejected.class)).isEmpty();
    assertThat(report().openOrders()).hasSize(1);
  }

  @Test
  @Tag("G1")
  void aRequestThatIsNeverAnsweredIsLostInTime() {
    bench.venue.add(Fault.once(Kind.DROP, "order.place"));

    bench.submit(bench.limit("a", Side.BUY, "0.1", "50000.00"));

    assertThat(bench.report(OrderReport.AnswerLost.class, "a").reason())
        .isEqualTo("order.place was not answered in time");
  }

  @Test
  @Tag("G5")
  void aRefusalForTheSakeOfALimitIsProvenAndStopsWhatFollows() {
    bench.venue.add(Fault.once(Kind.FAIL, "order.place").with(429));

    bench.submit(bench.limit("a", Side.BUY, "0.1", "50000.00"));
    OrderReport.Rejected first = bench.report(OrderReport.Rejected.class, "a");
    bench.submit(bench.limit("b", Side.BUY, "0.1", "50000.00"));
    OrderReport.Denied second = bench.report(OrderReport.Denied.class, "b");

    assertThat(first.reason()).startsWith("TOO_MANY_REQUESTS: code=-1003");
    assertThat(first.passing()).isTrue();
    assertThat(second.reason()).startsWith("RATE_LIMIT: until=");
    assertThat(second.passing()).isTrue();
  }

  @Test
  @Tag("P22")
  void aLaterProcessTellsWhenTheVenueTookTheOrderThatIsFilledNow() {
    Order order = bench.resting("a", Side.BUY, "0.5", "50000.00");
    RecordingSink later = new RecordingSink();

    try (Exchange another =
        bench.open(ApiKey.of(TradeBench.KEY, TradeBench.SECRET, ""), false, later)) {
      TradeBench.awaited(later, ConnectionChanged.class, ConnectionChanged::connected);
      long connected = bench.venue.now();
      while (bench.venue.now() - connected < Duration.ofMillis(2).toNanos()) {
        Thread.onSpinWait();
      }
      bench.venue.quote("BTCUSDT", "49999.00", "2", "50000.00", "2");
      OrderReport.Accepted accepted =
          TradeBench.awaited(later, OrderReport.Accepted.class, any -> true);
      OrderReport.Filled filled = TradeBench.awaited(later, OrderReport.Filled.class, any -> true);

      assertThat(another).isNotNull();
      assertThat(accepted.orderId()).isEqualTo(order.id());
      assertThat(accepted.eventTime()).isPositive().isLessThan(connected);
      assertThat(filled.eventTime()).isGreaterThan(connected);
    }
  }

  @Test
  @Tag("B2")
  void theNumberOfAnOrderIsToldThoughAllThatSaidThatItBeganIsLost() {
    bench.venue.quote("BTCUSDT", "59000.00", "2", "60000.00", "2");
    bench.venue.add(Fault.once(Kind.FAIL_AFTER, "order.place"));
    bench.venue.add(Fault.once(Kind.DROP, "executionReport"));

    bench.submit(bench.market("a", Side.BUY, "0.5"));

    bench.report(OrderReport.Filled.class, "a");
    assertThat(bench.report(OrderReport.Accepted.class, "a").venueOrderId()).isNotEmpty();
  }

  @Test
  @Tag("B4")
  void fillsDuringACutStandInTheReport() {
    bench.venue.quote("BTCUSDT", "59000.00", "2", "61000.00", "2");
    bench.resting("a", Side.BUY, "0.5", "60000.00");
    bench.venue.add(Fault.always(Kind.DROP, "executionReport"));
    bench.venue.cutSockets();
    bench.venue.quote("BTCUSDT", "59000.00", "2", "59900.00", "2");
    bench.venue.trade("BTCUSDT", "59900.00", "1", dev.bourse.api.model.AggressorSide.SELLER);

    reconnected();
    AccountEvent.MassReport report = report();

    assertThat(bench.sink.events(OrderReport.Filled.class)).isEmpty();
    assertThat(report.openOrders()).isEmpty();
    assertThat(report.fills())
        .extracting(fill -> fill.orderId().value() + " " + fill.quantity().toDouble())
        .containsExactly("a 0.5");
    assertThat(report.requestedAt()).isLessThanOrEqualTo(report.eventTime());
  }

  @Test
  void fillsWhoseEventIsLostComeWithTheQuery() {
    bench.venue.quote("BTCUSDT", "59000.00", "2", "61000.00", "2");
    Order order = bench.resting("a", Side.BUY, "0.5", "60000.00");
    bench.venue.add(Fault.always(Kind.DROP, "executionReport"));
    bench.venue.quote("BTCUSDT", "59000.00", "2", "59900.00", "2");
    bench.venue.trade("BTCUSDT", "59900.00", "1", dev.bourse.api.model.AggressorSide.SELLER);

    bench.query(order);

    OrderReport.Status status = bench.report(OrderReport.Status.class, "a");
    Fill fill = bench.report(OrderReport.Filled.class, "a").fill();
    assertThat(status.status()).isEqualTo(OrderStatus.FILLED);
    assertThat(fill.quantity()).isEqualByComparingTo(status.filled());
  }

  @Test
  void whileThereIsNoSocketQueriesAndReportsGoOverRest() {
    Order order = bench.resting("a", Side.BUY, "0.1", "50000.00");
    bench.venue.add(Fault.always(Kind.CUT, "time"));
    bench.venue.cutSockets();
    bench.awaited(ConnectionChanged.class, each -> !each.connected());

    boolean sent = bench.submit(bench.limit("b", Side.BUY, "0.1", "50000.00"));
    bench.query(order);

    assertThat(sent).isFalse();
    assertThat(bench.report(OrderReport.Status.class, "a").status())
        .isEqualTo(OrderStatus.ACCEPTED);
    assertThat(report().openOrders()).hasSize(1);
  }

  @Test
  @Tag("H1")
  void aVenueThatIsSilentButOpenIsLeft() {
    bench.venue.add(Fault.once(Kind.MUTE, "executionReport"));

    bench.submit(bench.limit("a", Side.BUY, "0.1", "50000.00"));

    bench.report(OrderReport.AnswerLost.class, "a");
    reconnected();
    assertThat(report().openOrders()).hasSize(1);
  }

  @Test
  void aVenueThatGoesDownIsLeftForAnotherConnectionWithoutAGap() {
    bench.venue.announceShutdown();

    ConnectionChanged changed = bench.awaited(ConnectionChanged.class, any -> true);

    assertThat(changed.connected()).isTrue();
    bench.resting("a", Side.BUY, "0.1", "50000.00");
  }

  @Test
  @Tag("H2")
  void aVenueThatTurnsAwaySeveralAttemptsIsReachedByALaterOne() {
    bench.resting("a", Side.BUY, "0.1", "50000.00");
    bench.venue.add(Fault.once(Kind.CUT, "time").repeated(4));

    bench.venue.cutSockets();
    reconnected();

    assertThat(bench.venue.faults()).isEmpty();
    assertThat(bench.sink.events(ConnectionChanged.class))
        .extracting(ConnectionChanged::connected)
        .containsOnlyOnce(true);
    assertThat(report().openOrders()).hasSize(1);
  }

  @Test
  void aClockThatIsWrongIsMendedAfterOneRefusal() {
    bench.venue.setClockOffset(-7000);

    bench.submit(bench.limit("a", Side.BUY, "0.1", "50000.00"));

    OrderReport.Rejected refused = bench.report(OrderReport.Rejected.class, "a");
    assertThat(refused.reason()).startsWith("INVALID_TIMESTAMP: code=-1021");
    assertThat(refused.passing()).as("the clock is set, so another one is taken").isTrue();
    Order second = null;
    for (int i = 0; i < 50 && second == null; i++) {
      bench.sink.take();
      Order tried = bench.limit("b" + i, Side.BUY, "0.1", "50000.00");
      bench.submit(tried);
      OrderReport heard =
          bench.awaited(OrderReport.class, each -> each.orderId().equals(tried.id()));
      second = heard instanceof OrderReport.Accepted ? tried : null;
    }
    assertThat(second).isNotNull();
  }

  @Test
  void aChangeWhoseAnswerIsLostLeavesOneOrder() {
    Order order = bench.resting("a", Side.BUY, "0.5", "50000.00");
    bench.venue.add(Fault.once(Kind.LOSE, "order.cancelReplace"));
    bench.amend(order, OrderChange.price(Price.of("51000.00")));
    bench.report(OrderReport.AnswerLost.class, "a");
    reconnected();

    bench.query(order);

    OrderReport.Status status = bench.report(OrderReport.Status.class, "a");
    assertThat(status.venueOrderId()).isEqualTo("2");
    assertThat(status.terms()).isNotNull();
    assertThat(status.terms().price()).isEqualTo(Price.of("51000.00"));
    assertThat(bench.sink.events(OrderReport.Canceled.class)).isEmpty();
    assertThat(report().openOrders()).hasSize(1);
  }

  @Test
  void eventsThatComeTwiceHaveTheSameFill() {
    bench.venue.add(Fault.always(Kind.DUPLICATE, "executionReport"));

    bench.submit(bench.market("a", Side.BUY, "0.5"));

    bench.awaited(AccountEvent.Balances.class, any -> true);
    assertThat(bench.sink.events(OrderReport.Filled.class))
        .extracting(each -> each.fill().fillId())
        .hasSizeGreaterThan(1)
        .containsOnly(bench.report(OrderReport.Filled.class, "a").fill().fillId());
  }

  @Test
  void whatOthersDoWithTheAccountIsTold() {
    bench.venue.call(
        "alice",
        "POST /api/v3/order",
        "symbol",
        "ETHUSDT",
        "side",
        "SELL",
        "type",
        "LIMIT",
        "timeInForce",
        "GTC",
        "quantity",
        "1",
        "price",
        "9000",
        "newClientOrderId",
        "web:x/1");

    bench.venue.transfer("alice", "-5", "USDT");

    OrderReport.Accepted foreign = bench.awaited(OrderReport.Accepted.class, any -> true);
    AccountEvent.CashFlow flow = bench.awaited(AccountEvent.CashFlow.class, any -> true);
    assertThat(foreign.orderId()).hasToString("venue." + foreign.venueOrderId());
    assertThat(flow.amount()).hasToString("-5.00000000 USDT");
    assertThat(flow.kind()).isEqualTo("withdrawal");
    assertThat(report().openOrders()).hasSize(1);
  }
}
