package dev.bourse.engine.loop;

import static dev.bourse.engine.loop.Bench.strategy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.event.OrderReport;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.engine.Market;
import dev.bourse.engine.ScriptVenue.Mood;
import dev.bourse.engine.TestStrategy;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A venue that remembers orders for seven days says nothing of older ones by not finding them. */
@Timeout(120)
@Tag("N9")
class VenueMemoryTest {
  private static final long MINUTE = Duration.ofMinutes(1).toNanos();

  @TempDir private Path folder;
  private Bench bench;

  @BeforeEach
  void open() {
    bench = new Bench(folder);
    bench.running(bench.live(strategy(TestStrategy.buyer())));
    bench.venue.mood(Mood.SILENT);
    bench.venue.trade(100_00);
    bench.await(
        "it was sent",
        view -> !view.orders().isEmpty() && has(view.orders().get(0), OrderStatus.SUBMITTED));
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private static boolean has(Order order, OrderStatus status) {
    return order.status() == status;
  }

  private Order order() {
    return bench.snapshot().orders().get(0);
  }

  private void isNotFoundAfter(Duration age) {
    for (int i = 0; i < 3; i++) {
      long queried = order().createdAt() + age.toNanos() + i * MINUTE;
      bench.venue.say(new OrderReport.NotFound(order().account(), order().id(), queried, queried));
    }
  }

  @Test
  void anOrderThatIsOlderIsNotProvenAbsent() {
    isNotFoundAfter(Duration.ofDays(8));
    bench.venue.say(Market.trade(Market.BTC, 7, 101_00));
    bench.await("all of it was heard", view -> view.feeds().get(0).events() == 2);

    bench.await("it is said", view -> view.orders().get(0).unknown());
    assertThat(order().status()).isEqualTo(OrderStatus.SUBMITTED);
    assertThat(order().reason()).contains("remembers orders for 7 days only");
  }

  @Test
  void oneThatIsNotIs() {
    isNotFoundAfter(Duration.ofDays(6));

    bench.await("it is proven", view -> has(view.orders().get(0), OrderStatus.REJECTED));
    assertThat(order().reason()).startsWith("NOT_SENT: proof=two queries");
  }
}
