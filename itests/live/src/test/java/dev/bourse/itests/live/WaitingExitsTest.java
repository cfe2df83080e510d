package dev.bourse.itests.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.event.ControlEvent;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderList;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Side;
import dev.bourse.api.trader.TraderSnapshot;
import dev.bourse.venue.binance.faults.Fault;
import dev.bourse.venue.binance.faults.Fault.Kind;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * With {@code bracket=venue} the exits of a live trader wait for their entry at a venue that speaks
 * Binance's protocol.
 */
@Tag("N19")
@Tag("A1")
class WaitingExitsTest {
  private static final List<String> WAITING =
      List.of("0.49950 LIMIT ACCEPTED", "0.49950 STOP_MARKET ACCEPTED", "0.50000 LIMIT ACCEPTED");
  private static final List<String> PAIR = WAITING.subList(0, 2);

  @TempDir private Path folder;
  private LiveBench bench;

  @BeforeEach
  void open() {
    bench = new LiveBench(folder, Map.of("bracket", "venue"), List.of()).running();
  }

  @AfterEach
  void close() {
    bench.close();
  }

  /** Buys 0.5 at 59900.00, to be sold at 61000.00 or, from 59000.00 on, at the market. */
  private void bracket() throws Exception {
    Instrument instrument = bench.trader().snapshot().feeds().get(0).instrument();
    OrderSpec entry =
        OrderSpec.limit(instrument, Side.BUY, Quantity.of("0.5"), Price.of("59900.00"));
    OrderList list = OrderList.bracket(entry, Price.of("61000.00"), Price.of("59000.00"));
    bench.trader().control(new ControlEvent.SubmitList(list, "test")).get(30, TimeUnit.SECONDS);
  }

  private TraderSnapshot waiting() {
    return rests("entry and exits are there", WAITING);
  }

  private TraderSnapshot rests(String what, List<String> orders) {
    return bench.await(what, snapshot -> OpenOrders.of(snapshot).equals(orders));
  }

  private Order entry() {
    return bench.trader().snapshot().orders().stream()
        .filter(Order::entry)
        .findFirst()
        .orElseThrow();
  }

  /** A stop that the market has passed leaves with the next price. */
  private void awaitSold() {
    LiveBench.waitUntil(
        "it is sold",
        () -> {
          bench.trade("58000.00");
          TraderSnapshot snapshot = bench.trader().snapshot();
          return OpenOrders.of(snapshot).isEmpty() && isSold(snapshot);
        });
  }

  private static boolean isSold(TraderSnapshot snapshot) {
    return snapshot.orders().stream()
        .anyMatch(each -> !each.entry() && each.status() == OrderStatus.FILLED);
  }

  private boolean isFlat() {
    return bench.trader().snapshot().positions().stream()
        .allMatch(each -> each.quantity().isZero());
  }

  @Test
  void exitsWaitAtTheVenueUntilTheirEntryHasFilledWhole() throws Exception {
    bracket();
    waiting();
    List<String> before = OpenOrders.statuses(bench.venue);

    bench.quote("59800.00", "59900.00");
    rests("stop and target rest", PAIR);

    assertThat(before)
        .containsExactly("LIMIT NEW", "LIMIT_MAKER PENDING_NEW", "STOP_LOSS PENDING_NEW");
    assertThat(OpenOrders.statuses(bench.venue))
        .containsExactly("LIMIT_MAKER NEW", "STOP_LOSS NEW");
    assertThat(bench.trader().snapshot().orders()).hasSize(3);
  }

  @Test
  @Tag("P4")
  @Tag("B11")
  void anEntryThatFillsWhileTheProcessIsDownIsProtectedAllTheTime() throws Exception {
    bracket();
    waiting();

    bench.restart(() -> bench.quote("59800.00", "59900.00"));

    rests("stop and target rest", PAIR);
    assertThat(bench.trader().snapshot().orders()).hasSize(3);
    assertThat(OpenOrders.statuses(bench.venue))
        .containsExactly("LIMIT_MAKER NEW", "STOP_LOSS NEW");
  }

  @Test
  @Tag("B11")
  void aWholeTripWhileTheProcessIsDownIsKnownAfterTheStart() throws Exception {
    bracket();
    waiting();

    bench.restart(
        () -> {
          bench.quote("59800.00", "59900.00");
          bench.quote("58900.00", "58900.01");
          bench.trade("58900.00");
        });

    bench.await("it runs and no order is left", snapshot -> OpenOrders.areOver(snapshot, 3));
    assertThat(isFlat()).isTrue();
  }

  @Test
  @Tag("P4")
  void aPartThatStaysOneEndsTheEntryAndIsProtectedByAPair() throws Exception {
    bracket();
    waiting();

    bench.venue.quote("BTCUSDT", "59800.00", "2", "59900.00", "0.2");
    bench.quote("59800.00", "60100.00");

    rests("the part has a pair", List.of("0.19980 LIMIT ACCEPTED", "0.19980 STOP_MARKET ACCEPTED"));
    assertThat(entry().status()).isEqualTo(OrderStatus.CANCELED);
    assertThat(OpenOrders.atVenue(bench.venue))
        .containsExactly("0.19980000 LIMIT_MAKER", "0.19980000 STOP_LOSS");
  }

  /** The part is a moment old when the trader stops, and its entry is cancelled with that. */
  @Test
  @Tag("P4")
  void aPartHasItsPairWhenTheTraderHasStopped() throws Exception {
    bench.close();
    bench =
        new LiveBench(
                folder.resolve("stops"),
                Map.of("bracket", "venue", "on.stop", "cancel", "timeout.post-stop", "60s"),
                List.of())
            .running();
    bracket();
    waiting();
    bench.venue.quote("BTCUSDT", "59800.00", "2", "59900.00", "0.2");
    bench.await("a part is held", snapshot -> !snapshot.positions().isEmpty());

    bench.restart(
        () ->
            assertThat(OpenOrders.atVenue(bench.venue))
                .containsExactly("0.19980000 LIMIT_MAKER", "0.19980000 STOP_LOSS"));

    rests("the part has a pair", List.of("0.19980 LIMIT ACCEPTED", "0.19980 STOP_MARKET ACCEPTED"));
  }

  /** The market has passed the stop when the entry fills: the venue cannot place the exits. */
  @Test
  @Tag("P4")
  void exitsThatTheVenueCannotPlaceSellAtTheMarket() throws Exception {
    bracket();
    waiting();

    bench.trade("58000.00");
    bench.quote("57900.00", "58000.00");

    awaitSold();
    assertThat(isFlat()).isTrue();
  }

  /** The same while the process is down: what is found is an entry that filled and no exits. */
  @Test
  @Tag("P4")
  @Tag("B11")
  void exitsThatTheVenueCouldNotPlaceWhileTheProcessWasDownSellAtTheMarket() throws Exception {
    bracket();
    waiting();

    bench.restart(
        () -> {
          bench.trade("58000.00");
          bench.quote("57900.00", "58000.00");
        });

    awaitSold();
    assertThat(isFlat()).isTrue();
  }

  @Test
  void anEntryThatIsCancelledTakesItsExitsAlong() throws Exception {
    bracket();
    waiting();

    bench.trader().control(new ControlEvent.Cancel(entry().id(), "test")).get(30, TimeUnit.SECONDS);

    rests("nothing is left", List.of());
    assertThat(OpenOrders.atVenue(bench.venue)).isEmpty();
    assertThat(bench.trader().snapshot().orders()).hasSize(3);
  }

  @Test
  @Tag("B1")
  void aBracketWhoseAnswerIsLostIsFoundAndNotSentAgain() throws Exception {
    bench.venue.add(Fault.once(Kind.LOSE, "orderList.place.otoco"));

    bracket();

    waiting();
    assertThat(bench.trader().snapshot().orders()).hasSize(3);
    assertThat(OpenOrders.atVenue(bench.venue)).hasSize(3);
  }

  @Test
  @Tag("B1")
  void aBracketThatNeverArrivedIsProvenAbsent() throws Exception {
    bench.venue.add(Fault.once(Kind.DROP, "orderList.place.otoco"));

    bracket();

    bench.await(
        "all of it is rejected",
        snapshot ->
            snapshot.orders().size() == 3
                && snapshot.orders().stream()
                    .allMatch(each -> each.status() == OrderStatus.REJECTED));
    assertThat(OpenOrders.atVenue(bench.venue)).isEmpty();
  }

  @Test
  @Tag("H3")
  void whatTheEntryDidDuringACutIsMadeUpFor() throws Exception {
    bracket();
    waiting();

    bench.venue.add(Fault.always(Kind.DROP, "executionReport"));
    bench.venue.cutSockets();
    bench.quote("59800.00", "59900.00");
    bench.venue.clearFaults();

    rests("stop and target rest", PAIR);
    assertThat(bench.trader().snapshot().orders()).hasSize(3);
  }

  @Test
  void aHaltEndsTheEntryAndItsExits() throws Exception {
    bracket();
    waiting();

    bench.trader().control(new ControlEvent.Halt("enough", "test")).get(30, TimeUnit.SECONDS);

    rests("nothing is left", List.of());
    assertThat(OpenOrders.atVenue(bench.venue)).isEmpty();
  }
}
