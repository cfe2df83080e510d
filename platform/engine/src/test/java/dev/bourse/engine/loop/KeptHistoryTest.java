package dev.bourse.engine.loop;

import static dev.bourse.engine.loop.Bench.strategy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.trace.TraceQuery;
import dev.bourse.api.trace.TurnResult;
import dev.bourse.core.settings.History;
import dev.bourse.engine.Market;
import dev.bourse.engine.TestStrategy;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The past of orders and positions, asked for while a trader runs and after it was killed. */
@Timeout(120)
@Tag("N13")
class KeptHistoryTest {
  @TempDir private Path folder;
  private final HandClock clock = new HandClock(TimeUnit.SECONDS.toNanos(1_600_000_000L));
  private Bench bench;

  @BeforeEach
  void open() {
    bench =
        new Bench(folder, (mode, speed) -> clock)
            .history(new History(true, TimeUnit.SECONDS.toNanos(60)));
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private static List<TurnResult> kept(TraderRun run, String key) {
    return run
        .trace()
        .orElseThrow()
        .read(new TraceQuery(0, 0, Long.MAX_VALUE, key, false), 100)
        .stream()
        .flatMap(turn -> turn.results().stream())
        .filter(
            each -> each instanceof TurnResult.OrderKept || each instanceof TurnResult.PositionKept)
        .toList();
  }

  private static List<String> orders(TraderRun run, ClientOrderId id) {
    return kept(run, TurnResult.OrderKept.key(id)).stream()
        .filter(TurnResult.OrderKept.class::isInstance)
        .map(each -> ((TurnResult.OrderKept) each).order().status().toString())
        .toList();
  }

  private static long positions(TraderRun run) {
    return kept(run, TurnResult.PositionKept.key(Market.BTC.id())).stream()
        .filter(TurnResult.PositionKept.class::isInstance)
        .count();
  }

  @Test
  void theHistoryOfAnOrderIsTheSameAfterAKill() {
    TraderRun first = bench.running(bench.live(strategy(TestStrategy.buyer())));
    bench.venue.trade(100_00);
    ClientOrderId id =
        bench.await("it holds", view -> !view.positions().isEmpty()).orders().get(0).id();
    List<String> before = orders(first, id);
    bench.await("it is durable", view -> bench.backend.forced() >= view.sequence());

    Bench.kill(first);
    TraderRun second = bench.running(bench.live(strategy(new TestStrategy())));

    assertThat(before).startsWith("INITIALIZED").endsWith("FILLED");
    assertThat(orders(second, id)).startsWith(before.toArray(String[]::new));
  }

  @Test
  void anOpenPositionIsKeptInEveryIntervalAlsoAfterARestart() {
    TraderRun first = bench.running(bench.live(strategy(TestStrategy.buyer())));
    bench.venue.trade(100_00);
    bench.await("it holds", view -> !view.positions().isEmpty());
    bench.await("it is durable", view -> bench.backend.forced() >= view.sequence());
    Bench.kill(first);
    TraderRun second = bench.running(bench.live(strategy(new TestStrategy())));
    long before = positions(second);

    long start = clock.now();
    clock.reach(start + TimeUnit.SECONDS.toNanos(61));
    bench.await("the interval is over", view -> view.time() >= start + 60_000_000_000L);

    assertThat(before).isPositive();
    assertThat(positions(second)).isGreaterThan(before);
  }
}
