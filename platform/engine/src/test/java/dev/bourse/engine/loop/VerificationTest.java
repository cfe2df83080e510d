package dev.bourse.engine.loop;

import static dev.bourse.engine.Eventually.waitUntil;
import static dev.bourse.engine.loop.Bench.strategy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.event.ControlEvent;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.Side;
import dev.bourse.api.model.TraderStatus;
import dev.bourse.engine.Market;
import dev.bourse.engine.ScriptedVenue;
import dev.bourse.engine.TestStrategy;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A clock that stands still, so that no report is asked for by itself. */
@Timeout(120)
@Tag("F2")
class VerificationTest {
  @TempDir private Path folder;
  private final HandClock clock = new HandClock(TimeUnit.SECONDS.toNanos(1_600_000_000L));
  private final ScriptedVenue venue = new ScriptedVenue(clock::now);
  private Bench bench;

  @BeforeEach
  void open() {
    bench = new Bench(folder, (mode, speed) -> clock);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private int asked() {
    return venue.exchange().reportsAsked();
  }

  @Test
  void theVenueIsAskedWhatIsOpenOnceAllOrdersAreCancelled() throws Exception {
    TraderRun run = bench.running(bench.live(venue, strategy(new TestStrategy())));
    bench.await(TraderStatus.RUNNING);
    venue.exchange().market(Market.trade(Market.BTC, clock.now(), 100_00));
    bench.await("a price is known", view -> view.feeds().get(0).events() == 1);
    OrderSpec resting =
        OrderSpec.limit(
            Market.BTC, Side.BUY, Market.BTC.quantity("0.1"), Market.BTC.price("50.00"));
    Bench.ask(run, new ControlEvent.Submit(resting, "test")).get(60, TimeUnit.SECONDS);
    bench.await(
        "it rests",
        view -> view.orders().stream().anyMatch(each -> each.status() == OrderStatus.ACCEPTED));
    int before = asked();

    Bench.ask(run, new ControlEvent.CancelAll("test")).get(60, TimeUnit.SECONDS);

    waitUntil("the venue is asked", () -> asked() > before);
    assertThat(asked()).isEqualTo(before + 1);
  }

  @Test
  @Tag("F3")
  void theVenueIsAskedWhatIsLeftOnceEverythingIsFlat() throws Exception {
    TraderRun run = bench.running(bench.live(venue, strategy(new TestStrategy())));
    bench.await(TraderStatus.RUNNING);
    int before = asked();

    Bench.ask(run, new ControlEvent.Flatten("test")).get(60, TimeUnit.SECONDS);

    waitUntil("the venue is asked", () -> asked() > before);
    assertThat(asked()).isEqualTo(before + 1);
  }
}
