package dev.bourse.itests.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.alert.Alert;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderOutcome;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.OrderType;
import dev.bourse.api.model.Position;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Side;
import dev.bourse.api.model.TraderStatus;
import dev.bourse.api.strategy.Orders;
import dev.bourse.api.strategy.Strategy;
import dev.bourse.api.strategy.StrategyContext;
import dev.bourse.api.strategy.StrategyFactory;
import dev.bourse.api.trader.TraderSnapshot;
import dev.bourse.strategy.emacross.EmaCross;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * With the venue dead: no new exposure, a sentence, an alert, and the stop rests at the venue; when
 * it is back, the trader runs by itself and has what it had.
 */
@Timeout(300)
@Tag("H4")
@Tag("P23")
@Tag("B11")
class DeadVenueTest {
  private static final Quantity HALF = Quantity.of("0.50000");
  private static final long DEAD = Duration.ofSeconds(3).toNanos();

  @TempDir private Path folder;
  private final Eager strategy = new Eager();
  private LiveBench bench;

  @BeforeEach
  void aTraderWithAPositionAndAStopAtTheVenue() {
    bench = new LiveBench(folder, Map.of(), List.of(), strategy).running();
    strategy.enters.set(true);
    LiveBench.waitUntil("it holds something", () -> !held().isZero());
    strategy.protects.set(true);
    bench.await("the stop works", view -> stop(view).status() == OrderStatus.ACCEPTED);
    assertThat(strategy.wishes.get()).isEqualTo(1);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private Quantity held() {
    return bench.trader().snapshot().positions().stream()
        .map(Position::quantity)
        .reduce(Quantity.zero(8), Quantity::plus);
  }

  /** The stop, or the entry as long as there is none. */
  private static Order stop(TraderSnapshot view) {
    return view.orders().stream()
        .filter(each -> each.spec().type() == OrderType.STOP_MARKET)
        .findFirst()
        .orElse(view.orders().get(0));
  }

  /** Every order of the account that the venue knows, with what became of it. */
  private String atVenue() {
    return bench.venue.ask("alice", "GET /api/v3/allOrders", "symbol", "BTCUSDT");
  }

  private String resting() {
    return bench.venue.ask("alice", "GET /api/v3/openOrders", "symbol", "BTCUSDT");
  }

  @Test
  void withTheVenueDeadNothingNewLeavesTheStopRestsAndTheTraderComesBackByItself() {
    TraderSnapshot before = bench.trader().snapshot();
    Quantity held = held();
    Order stop = stop(before);
    String orders = atVenue();
    String resting = resting();

    bench.unplug();
    long since = System.nanoTime();
    TraderSnapshot dead =
        bench.await("it says so", view -> view.status() == TraderStatus.SUSPENDED);
    strategy.enters.set(true);
    OrderOutcome byHand =
        bench.submit(OrderSpec.market(instrument(), Side.BUY, Quantity.of("0.1")));
    LiveBench.waitUntil("it was tried again", () -> System.nanoTime() - since > DEAD);
    TraderSnapshot stillDead = bench.trader().snapshot();
    String ordersMeanwhile = atVenue();
    String restingMeanwhile = resting();
    LiveBench.waitUntil("people are told", () -> !bench.alerts().isEmpty());
    int wishes = strategy.wishes.get();
    strategy.enters.set(false);
    bench.plugIn();
    TraderSnapshot back =
        bench.await("it runs again", view -> view.status() == TraderStatus.RUNNING);

    assertThat(dead.detail()).startsWith("account alice not connected: ");
    assertThat(stillDead.status()).isEqualTo(TraderStatus.SUSPENDED);
    assertThat(wishes).as("how often the strategy was asked whether it enters").isEqualTo(1);
    assertThat(byHand).isInstanceOf(OrderOutcome.Denied.class);
    assertThat(bench.alerts())
        .filteredOn(each -> each.text().startsWith("account alice lost its connection: "))
        .isNotEmpty()
        .allSatisfy(each -> assertThat(each.level()).isEqualTo(Alert.Level.WARNING))
        .allSatisfy(
            each ->
                assertThat(each.text()).endsWith("; entries stop until it is back and reconciled"));
    assertThat(ordersMeanwhile).isEqualTo(orders);
    assertThat(restingMeanwhile).isEqualTo(resting).contains(stop.id().value());
    assertThat(atVenue()).isEqualTo(orders).doesNotContain("CANCELED");
    assertThat(stop(back).id()).isEqualTo(stop.id());
    assertThat(stop(back).status()).isEqualTo(OrderStatus.ACCEPTED);
    assertThat(held()).isEqualTo(held);
    wantsAgain();
  }

  /** That nothing left was the venue's doing: with it back, the same wish is carried out. */
  private void wantsAgain() {
    Quantity held = held();
    strategy.enters.set(true);

    LiveBench.waitUntil(
        "it enters again",
        () -> {
          bench.trade("60000.00");
          return held().compareTo(held) > 0;
        });
  }

  private Instrument instrument() {
    return bench.trader().snapshot().feeds().get(0).instrument();
  }

  /** Ten times a second it does what the test wants; its parameters are those of another. */
  private static final class Eager implements StrategyFactory<EmaCross.Config> {
    private static final long SOON = Duration.ofMillis(100).toNanos();
    private final AtomicBoolean enters = new AtomicBoolean();
    private final AtomicBoolean protects = new AtomicBoolean();
    private final AtomicInteger wishes = new AtomicInteger();

    @Override
    public Class<EmaCross.Config> configType() {
      return EmaCross.Config.class;
    }

    @Override
    public Strategy create(EmaCross.Config config, StrategyContext context) {
      return new Strategy() {
        @Override
        public void onStart(Orders orders) {
          again(orders);
        }

        @Override
        public void onTimer(String name, Orders orders) {
          again(orders);
          Instrument instrument = orders.instrument();
          if (enters.compareAndSet(true, false)) {
            wishes.incrementAndGet();
            orders.buyMarket(HALF);
          }
          if (protects.compareAndSet(true, false)) {
            Quantity size = instrument.roundDown(orders.position().quantity());
            orders.submit(
                OrderSpec.stop(instrument, Side.SELL, size, Price.of("50000.00")).reducing());
          }
        }
      };
    }

    private static void again(Orders orders) {
      orders.setTimer("look", orders.time() + SOON);
    }
  }
}
