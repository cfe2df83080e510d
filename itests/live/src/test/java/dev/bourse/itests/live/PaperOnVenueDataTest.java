package dev.bourse.itests.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderOutcome;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Side;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A paper trader follows a venue's public data, and its orders meet that venue's own filters. */
@Tag("P19")
class PaperOnVenueDataTest {
  @TempDir private Path folder;
  private LiveBench bench;

  @BeforeEach
  void open() {
    bench = LiveBench.paper(folder).running();
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private Instrument instrument() {
    return bench.trader().snapshot().feeds().get(0).instrument();
  }

  private OrderOutcome buy(String price) {
    return bench.submit(
        OrderSpec.limit(instrument(), Side.BUY, Quantity.of("0.01"), Price.of(price)));
  }

  private OrderSpec stop(String trigger) {
    return OrderSpec.stop(instrument(), Side.BUY, Quantity.of("0.01"), Price.of(trigger));
  }

  /** The venue takes prices from a fifth of the average on; it is at 60000. */
  @Test
  void anOrderOutsideThePercentPriceBandIsRefusedByNameAndOneInsideIsTaken() {
    OrderOutcome outside = buy("11999.99");
    OrderOutcome inside = buy("12000.00");

    assertThat(outside)
        .isInstanceOfSatisfying(
            OrderOutcome.Rejected.class,
            each ->
                assertThat(each.reason())
                    .startsWith("PERCENT_PRICE_BY_SIDE: price=11999.99 min=12000 max=300000")
                    .endsWith("Filter failure: PERCENT_PRICE_BY_SIDE"));
    Order row = bench.row(outside.orderId(), OrderStatus.REJECTED);
    assertThat(row.venueOrderId()).isNull();
    assertThat(inside).isInstanceOf(OrderOutcome.Working.class);
  }

  @Test
  void onlySoManyStopsRestAsTheVenueTakes() {
    List<OrderOutcome> before =
        IntStream.range(0, 5)
            .mapToObj(i -> stop("6100" + i + ".00"))
            .map(each -> LiveBench.submit(bench.trader(), each, Duration.ZERO))
            .toList();

    OrderOutcome last = bench.submit(stop("61005.00"));

    assertThat(before).noneMatch(OrderOutcome.Rejected.class::isInstance);
    assertThat(last)
        .isInstanceOfSatisfying(
            OrderOutcome.Rejected.class,
            each ->
                assertThat(each.reason())
                    .isEqualTo(
                        "MAX_NUM_ALGO_ORDERS: open=5 max=5"
                            + " message=Filter failure: MAX_NUM_ALGO_ORDERS"));
  }

  @Test
  void nothingOfItReachesTheVenue() {
    buy("12000.00");

    assertThat(bench.venue.ask("alice", "GET /api/v3/allOrders", "symbol", "BTCUSDT"))
        .isEqualTo("[]");
  }
}
