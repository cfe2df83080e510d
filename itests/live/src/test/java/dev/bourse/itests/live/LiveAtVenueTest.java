package dev.bourse.itests.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.event.ControlEvent;
import dev.bourse.api.exchange.AccountFinding;
import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderOutcome;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.Position;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Side;
import dev.bourse.api.model.TraderStatus;
import dev.bourse.api.trace.TraceQuery;
import dev.bourse.api.trader.TraderSnapshot;
import dev.bourse.venue.binance.faults.Fault;
import dev.bourse.venue.binance.faults.Fault.Kind;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A trader in live mode trades at a venue that speaks Binance's protocol. */
@Tag("A1")
@Tag("A5")
class LiveAtVenueTest {
  @TempDir private Path folder;
  private LiveBench bench;

  @BeforeEach
  void open() {
    bench = new LiveBench(folder).running();
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private Instrument instrument() {
    return bench.trader().snapshot().feeds().get(0).instrument();
  }

  private OrderOutcome buyMarket(String quantity) {
    return bench.submit(OrderSpec.market(instrument(), Side.BUY, Quantity.of(quantity)));
  }

  private Order working(String quantity, String price) {
    OrderOutcome outcome =
        bench.submit(
            OrderSpec.limit(instrument(), Side.BUY, Quantity.of(quantity), Price.of(price)));
    assertThat(outcome).isInstanceOf(OrderOutcome.Working.class);
    return ((OrderOutcome.Working) outcome).order();
  }

  private static String held(TraderSnapshot snapshot) {
    return snapshot.positions().stream()
        .map(Position::quantity)
        .reduce(Quantity.zero(8), Quantity::plus)
        .toString();
  }

  private OrderStatus status(Order order) {
    return bench.trader().snapshot().order(order.id()).orElseThrow().status();
  }

  @Test
  void whatIsOrderedIsFilledAndHeldAndTheUsersOwnCoinsAreNot() {
    OrderOutcome outcome = buyMarket("0.5");

    assertThat(outcome).isInstanceOf(OrderOutcome.Filled.class);
    TraderSnapshot after =
        bench.await("it holds what it bought", snapshot -> held(snapshot).startsWith("0.499"));
    assertThat(after.status()).isEqualTo(TraderStatus.RUNNING);
  }

  @Test
  @Tag("B7")
  void anOrderThatAFilterStopsIsDeniedByItsNameAndNeverArrives() {
    OrderSpec tooDear =
        OrderSpec.limit(instrument(), Side.BUY, Quantity.of("0.01"), Price.of("1000000.01"));

    OrderOutcome outcome = bench.submit(tooDear);

    Order row = bench.row(outcome.orderId(), OrderStatus.DENIED);
    assertThat(outcome)
        .isInstanceOfSatisfying(
            OrderOutcome.Denied.class,
            each -> assertThat(each.reason()).startsWith("PRICE_FILTER: price=1000000.01 "));
    assertThat(row.reason()).startsWith("PRICE_FILTER: ");
    assertThat(row.venueOrderId()).isNull();
    assertThat(bench.venue.ask("alice", "GET /api/v3/allOrders", "symbol", "BTCUSDT"))
        .isEqualTo("[]");
  }

  @Test
  @Tag("H3")
  void aFillDuringACutIsCountedOnce() {
    bench.quote("59000.00", "61000.00");
    Order order = working("0.5", "60000.00");

    bench.venue.add(Fault.always(Kind.DROP, "executionReport"));
    bench.venue.cutSockets();
    bench.quote("59000.00", "59900.00");
    bench.trade("59900.00");

    TraderSnapshot after =
        bench.await(
            "the order is filled",
            snapshot -> snapshot.order(order.id()).orElseThrow().status() == OrderStatus.FILLED);
    assertThat(held(after)).startsWith("0.499");
  }

  @Test
  @Tag("B1")
  void anOrderWhoseAnswerIsLostIsFoundAndNotSentAgain() {
    bench.venue.add(Fault.once(Kind.LOSE, "order.place"));

    OrderOutcome outcome = buyMarket("0.5");

    LiveBench.waitUntil(
        "it is filled, was " + outcome, () -> held(bench.trader().snapshot()).startsWith("0.499"));
    assertThat(bench.trader().snapshot().orders()).hasSize(1);
  }

  @Test
  void anOrderThatRestsIsCancelledByItsOwner() throws Exception {
    Order order = working("0.5", "50000.00");

    String sentence =
        bench
            .trader()
            .control(new ControlEvent.Cancel(order.id(), "test"))
            .get(30, TimeUnit.SECONDS);

    LiveBench.waitUntil(sentence, () -> status(order) == OrderStatus.CANCELED);
  }

  @Test
  @Tag("B11")
  void whatHappenedWhileWeWereAwayIsKnownAfterTheStart() {
    Order order = working("0.5", "50000.00");

    bench.restart(
        () ->
            bench.venue.call(
                "alice",
                "DELETE /api/v3/order",
                "symbol",
                "BTCUSDT",
                "origClientOrderId",
                order.id().value()));

    bench.await(
        "it knows that the order is gone",
        snapshot ->
            snapshot.status() == TraderStatus.RUNNING
                && snapshot.order(order.id()).orElseThrow().status() == OrderStatus.CANCELED);
  }

  @Test
  void aVenueThatIsAwayStopsEntriesAndComesBackByItself() {
    bench.venue.add(Fault.always(Kind.CUT, "time"));
    bench.venue.cutSockets();
    bench.await("it says that it is away", snapshot -> !snapshot.accounts().get(0).connected());

    OrderOutcome away = buyMarket("0.1");
    bench.venue.clearFaults();

    assertThat(away).isInstanceOf(OrderOutcome.Denied.class);
    bench.await(
        "it is back",
        snapshot ->
            snapshot.status() == TraderStatus.RUNNING && snapshot.accounts().get(0).connected());
    assertThat(buyMarket("0.1")).isInstanceOf(OrderOutcome.Filled.class);
  }

  @Test
  @Tag("P21")
  void anAccountIsLookedAtWithoutTradingIt() throws Exception {
    List<AccountFinding> findings =
        bench.trader().check(new AccountId("alice")).get(60, TimeUnit.SECONDS);

    assertThat(findings)
        .extracting(AccountFinding::name)
        .containsExactly(
            "connection",
            "clock",
            "right to trade",
            "right to withdraw",
            "addresses",
            "balances",
            "fees",
            "BTCUSDT");
    assertThat(findings).noneMatch(each -> each.result() == AccountFinding.Result.BAD);
    assertThat(bench.trader().snapshot().orders()).isEmpty();
  }

  @Test
  @Tag("A3")
  void theKeyStandsNowhere() throws Exception {
    buyMarket("0.1");
    bench.venue.add(Fault.once(Kind.FAIL, "order.place").with(400));
    buyMarket("0.1");

    String shown = bench.trader().configuration() + bench.trader().snapshot().toString();
    List<Path> files;
    try (Stream<Path> walk = Files.walk(folder)) {
      files = walk.filter(Files::isRegularFile).toList();
    }
    StringBuilder written = new StringBuilder(shown);
    for (Path each : files) {
      written.append(Files.readString(each, StandardCharsets.ISO_8859_1));
    }
    String log = System.getProperty("org.slf4j.simpleLogger.logFile", "");
    if (!log.isEmpty()) {
      written.append(Files.readString(Path.of(log)));
    }
    written.append(bench.trader().check(new AccountId("alice")).get(60, TimeUnit.SECONDS));
    bench.trader().trace().read(TraceQuery.ALL, 100_000).forEach(written::append);
    assertThat(written).contains("***").doesNotContain(LiveBench.KEY, LiveBench.SECRET);
  }
}
