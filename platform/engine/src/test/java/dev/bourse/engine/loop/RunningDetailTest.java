package dev.bourse.engine.loop;

import static dev.bourse.engine.Eventually.waitUntil;
import static dev.bourse.engine.loop.Bench.strategy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.alert.Alert;
import dev.bourse.api.event.ServiceChanged;
import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.TraderStatus;
import dev.bourse.api.trader.TraderSnapshot;
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

  @Test
  @Tag("H1")
  void saysThatNoPricesComeUntilTheyDo() {
    ScriptedVenue venue = new ScriptedVenue();
    bench.running(bench.live(venue, strategy(new TestStrategy())));
    venue.exchange().report(service(false, "the stream was cut"));
    TraderSnapshot without =
        bench.await("it says so", view -> view.detail().startsWith("NO MARKET DATA"));

    venue.exchange().report(service(true, ""));
    bench.await("it is over", view -> view.detail().startsWith("s waits"));

    assertThat(without.status()).isEqualTo(TraderStatus.RUNNING);
    assertThat(without.detail()).isEqualTo("NO MARKET DATA at account main: the stream was cut");
    waitUntil("both are told", () -> bench.alerts.size() >= 2);
    assertThat(bench.alerts)
        .extracting(Alert::text)
        .contains(
            "account main: market data stopped: the stream was cut; what is at the venue stays as"
                + " it is",
            "account main: market data are there again");
  }

  private static ServiceChanged service(boolean works, String why) {
    return new ServiceChanged(
        new AccountId("main"), ServiceChanged.Service.MARKET_DATA, works, why, 1);
  }
}
