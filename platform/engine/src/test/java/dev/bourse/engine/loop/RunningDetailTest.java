package dev.bourse.engine.loop;

import static dev.bourse.engine.loop.Bench.strategy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.model.TraderStatus;
import dev.bourse.engine.TestStrategy;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
@Tag("P7")
class RunningDetailTest {
  @TempDir private Path folder;
  private Bench bench;

  @BeforeEach
  void open() {
    bench = new Bench(folder);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void saysThatNobodyTrades() {
    bench.running(bench.live());

    assertThat(bench.snapshot().detail())
        .isEqualTo("no strategy is configured: only orders by hand");
  }

  @Test
  void saysWhatItWaitsForAndThenWhatItTrades() {
    bench.running(bench.live(strategy(new TestStrategy())));
    String before = bench.snapshot().detail();

    bench.venue.trade(100_00);
    bench.await("data came", view -> view.feeds().get(0).events() == 1);

    assertThat(before).isEqualTo("s waits for the first data of BTCUSD.TEST");
    assertThat(bench.snapshot().detail()).isEqualTo("s trades BTCUSD.TEST");
  }

  @Test
  void saysThatItStarves() {
    bench.running(bench.live(Bench.strategy(new TestStrategy(), "1m")));
    bench.venue.trade(100_00);
    bench.await("data came", view -> view.feeds().get(0).events() == 1);
    long later = bench.snapshot().time() + TimeUnit.MINUTES.toNanos(4);

    String detail = RunningDetail.of(bench.snapshot(), later);

    assertThat(bench.snapshot().status()).isEqualTo(TraderStatus.RUNNING);
    assertThat(detail).isEqualTo("STARVED: no data of BTCUSD.TEST for more than 3 bars");
  }
}
