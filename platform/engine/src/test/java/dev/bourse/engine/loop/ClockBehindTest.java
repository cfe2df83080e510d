package dev.bourse.engine.loop;

import static dev.bourse.engine.loop.Bench.strategy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.engine.TestStrategy;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The machine's clock was an hour ahead when the journal was written, and is right now. */
@Timeout(120)
class ClockBehindTest {
  private static final long RIGHT = TimeUnit.SECONDS.toNanos(1_600_000_000L);

  @TempDir private Path folder;
  private final HandClock ahead = new HandClock(RIGHT + TimeUnit.HOURS.toNanos(1));
  private final HandClock right = new HandClock(RIGHT);
  private final Queue<HandClock> clocks = new ArrayDeque<>(List.of(ahead, right));

  @Test
  void aLiveTraderGoesOnFromTheTimeOfItsJournal() {
    try (Bench bench = new Bench(folder, (mode, speed) -> clocks.remove())) {
      TraderRun run = bench.running(bench.live(strategy(new TestStrategy())));
      long journaled = bench.snapshot().time();
      bench.await("it is written", view -> bench.backend.forced() >= view.sequence());

      Bench.kill(run);
      bench.running(bench.live(strategy(new TestStrategy())));

      assertThat(right.now()).isGreaterThanOrEqualTo(journaled);
    }
  }
}
