package dev.bourse.itests.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.event.ControlEvent;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderList;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.OrderType;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Side;
import dev.bourse.api.trader.TraderSnapshot;
import dev.bourse.venue.binance.faults.Fault;
import dev.bourse.venue.binance.faults.Fault.Kind;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Brackets of a live trader rest at a venue that speaks Binance's protocol, as its own pairs. */
@Tag("N19")
@Tag("A1")
class BracketAtVenueTest {
  private static final List<String> PAIR =
      List.of("0.49950 LIMIT ACCEPTED", "0.49950 STOP_MARKET ACCEPTED");

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

  /** Buys 0.5 at the market, to be sold at 61000.00 or, from 59000.00 on, at the market. */
  private void bracket() throws Exception {
    Instrument instrument = bench.trader().snapshot().feeds().get(0).instrument();
    OrderList list =
        OrderList.bracket(
            OrderSpec.market(instrument, Side.BUY, Quantity.of("0.5")),
            Price.of("61000.00"),
            Price.of("59000.00"));
    bench.trader().control(new ControlEvent.SubmitList(list, "test")).get(30, TimeUnit.SECONDS);
  }

  private TraderSnapshot resting() {
    return bench.await("stop and target rest", snapshot -> OpenOrders.of(snapshot).equals(PAIR));
  }

  private static List<Order> accepted(TraderSnapshot snapshot) {
    return snapshot.orders().stream()
        .filter(each -> each.status() == OrderStatus.ACCEPTED)
        .toList();
  }

  private List<String> atVenue() {
    return OpenOrders.atVenue(bench.venue);
  }

  private Order newest(OrderType type) {
    return bench.trader().snapshot().orders().stream()
        .filter(each -> each.spec().type() == type)
        .reduce((one, other) -> one.createdAt() > other.createdAt() ? one : other)
        .orElseThrow();
  }

  private boolean isFlat() {
    return bench.trader().snapshot().positions().stream()
        .allMatch(each -> each.quantity().isZero());
  }

  @Test
  void stopAndTargetRestAtTheVenueAsOnePair() throws Exception {
    bracket();

    resting();

    assertThat(atVenue()).containsExactly("0.49950000 LIMIT_MAKER", "0.49950000 STOP_LOSS");
    assertThat(bench.venue.ask("alice", "GET /api/v3/openOrderList")).contains("\"OCO\"");
  }

  @Test
  void theTargetThatFillsEndsTheStop() throws Exception {
    bracket();
    resting();

    bench.quote("61000.00", "61000.01");

    LiveBench.waitUntil("it is flat", this::isFlat);
    bench.await("no order is left", snapshot -> OpenOrders.of(snapshot).isEmpty());
    assertThat(newest(OrderType.STOP_MARKET).status()).isEqualTo(OrderStatus.EXPIRED);
  }

  @Test
  void afterAPartOfTheTargetTheRestIsProtectedAgain() throws Exception {
    bracket();
    resting();

    bench.venue.quote("BTCUSDT", "61000.00", "0.2", "61000.01", "2");
    bench.quote("60500.00", "60500.01");
    bench.trade("60500.00");

    bench.await(
        "the rest has a pair of its own",
        snapshot ->
            OpenOrders.of(snapshot)
                .equals(List.of("0.29950 LIMIT ACCEPTED", "0.29950 STOP_MARKET ACCEPTED")));
    assertThat(atVenue()).containsExactly("0.29950000 LIMIT_MAKER", "0.29950000 STOP_LOSS");
  }

  @Test
  @Tag("B1")
  void aPairWhoseAnswerIsLostIsFoundAndNotSentAgain() throws Exception {
    bench.venue.add(Fault.once(Kind.LOSE, "orderList.place.oco"));

    bracket();

    resting();
    assertThat(bench.trader().snapshot().orders()).hasSize(3);
    assertThat(atVenue()).hasSize(2);
  }

  /** The venue wants patience when the entry fills, so the adapter denies the pair at first. */
  @Test
  @Tag("G5")
  void aPairForWhichThereIsNoRoomRestsOnceThereIs() throws Exception {
    Instrument instrument = bench.trader().snapshot().feeds().get(0).instrument();
    OrderSpec entry =
        OrderSpec.limit(instrument, Side.BUY, Quantity.of("0.5"), Price.of("59900.00"));
    OrderList list = OrderList.bracket(entry, Price.of("61000.00"), Price.of("59000.00"));
    bench.trader().control(new ControlEvent.SubmitList(list, "test")).get(30, TimeUnit.SECONDS);
    Order resting =
        bench.await("the entry rests", snapshot -> !accepted(snapshot).isEmpty()).orders().stream()
            .filter(Order::entry)
            .findFirst()
            .orElseThrow();
    bench.venue.add(Fault.once(Kind.FAIL, "order.status").with(429));
    bench.trader().control(new ControlEvent.Query(resting.id(), "test")).get(30, TimeUnit.SECONDS);
    LiveBench.waitUntil("the venue wants patience", () -> bench.venue.faults().isEmpty());

    bench.quote("59800.00", "59900.00");

    resting();
    assertThat(atVenue()).containsExactly("0.49950000 LIMIT_MAKER", "0.49950000 STOP_LOSS");
  }

  /** The venue refuses the pair for a limit when the entry fills. */
  @Test
  @Tag("G5")
  void aPairThatTheVenueRefusesForALimitRestsOnceItTakesIt() throws Exception {
    bench.venue.add(Fault.once(Kind.FAIL, "orderList.place.oco").with(429));

    bracket();

    resting();
    assertThat(bench.venue.faults()).isEmpty();
    assertThat(atVenue()).containsExactly("0.49950000 LIMIT_MAKER", "0.49950000 STOP_LOSS");
  }

  @Test
  @Tag("H3")
  void whatAPartOfTheTargetDidDuringACutIsMadeUpFor() throws Exception {
    bracket();
    resting();

    bench.venue.add(Fault.always(Kind.DROP, "executionReport"));
    bench.venue.cutSockets();
    bench.venue.quote("BTCUSDT", "61000.00", "0.2", "61000.01", "2");
    bench.quote("60500.00", "60500.01");
    bench.venue.clearFaults();
    LiveBench.waitUntil(
        "the rest has a pair of its own",
        () -> {
          bench.trade("60500.00");
          return OpenOrders.of(bench.trader().snapshot())
              .equals(List.of("0.29950 LIMIT ACCEPTED", "0.29950 STOP_MARKET ACCEPTED"));
        });

    assertThat(atVenue()).containsExactly("0.29950000 LIMIT_MAKER", "0.29950000 STOP_LOSS");
  }

  @Test
  void aTargetThatIsCancelledLeavesTheStop() throws Exception {
    bracket();
    resting();

    bench
        .trader()
        .control(new ControlEvent.Cancel(newest(OrderType.LIMIT).id(), "test"))
        .get(30, TimeUnit.SECONDS);

    bench.await(
        "the stop is there alone",
        snapshot -> OpenOrders.of(snapshot).equals(List.of("0.49950 STOP_MARKET ACCEPTED")));
    assertThat(atVenue()).containsExactly("0.49950000 STOP_LOSS");
  }

  @Test
  @Tag("B11")
  void whatThePairDidWhileWeWereAwayIsKnownAfterTheStart() throws Exception {
    bracket();
    resting();

    bench.restart(
        () -> {
          bench.quote("58900.00", "58900.01");
          bench.trade("58900.00");
        });

    bench.await("it runs and no order is left", snapshot -> OpenOrders.areOver(snapshot, 3));
    assertThat(newest(OrderType.STOP_MARKET).status()).isEqualTo(OrderStatus.FILLED);
    assertThat(isFlat()).isTrue();
  }

  @Test
  @Tag("B11")
  void aPairThatRestsIsTheSameAfterARestart() throws Exception {
    bracket();
    resting();

    bench.restart(() -> {});

    resting();
    assertThat(bench.trader().snapshot().orders()).hasSize(3);
    assertThat(atVenue()).hasSize(2);
  }

  @Test
  void aFlattenEndsThePairAndSells() throws Exception {
    bracket();
    resting();

    bench.trader().control(new ControlEvent.Flatten("test")).get(30, TimeUnit.SECONDS);

    LiveBench.waitUntil("it is flat", this::isFlat);
    bench.await("no order is left", snapshot -> OpenOrders.of(snapshot).isEmpty());
    assertThat(atVenue()).isEmpty();
  }

  @Test
  void anEntryThatFillsInTwoPartsIsProtectedByPartAndThenWhole() throws Exception {
    bench.venue.quote("BTCUSDT", "59900.00", "2", "60000.00", "0.2");
    Instrument instrument = bench.trader().snapshot().feeds().get(0).instrument();
    OrderSpec entry =
        OrderSpec.limit(instrument, Side.BUY, Quantity.of("0.5"), Price.of("60000.00"));
    OrderList list = OrderList.bracket(entry, Price.of("61000.00"), Price.of("59000.00"));
    bench.trader().control(new ControlEvent.SubmitList(list, "test")).get(30, TimeUnit.SECONDS);
    bench.await("a part is protected", snapshot -> OpenOrders.of(snapshot).size() == 3);
    LiveBench.waitUntil("the part's pair rests", () -> atVenue().contains("0.19980000 STOP_LOSS"));

    bench.quote("59900.00", "60000.00");

    resting();
    assertThat(atVenue()).containsExactly("0.49950000 LIMIT_MAKER", "0.49950000 STOP_LOSS");
  }
}
