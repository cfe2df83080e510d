package dev.bourse.backtest;

import static dev.bourse.testkit.Instruments.BTCUSD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bourse.api.backtest.BacktestJob;
import dev.bourse.api.backtest.BacktestSpec;
import dev.bourse.api.backtest.Verification;
import dev.bourse.api.backtest.Verification.Cut;
import dev.bourse.api.data.DataCursor;
import dev.bourse.api.data.DataRange;
import dev.bourse.api.data.DataSet;
import dev.bourse.api.data.HistoricalDataSource;
import dev.bourse.api.event.MarketEvent;
import dev.bourse.api.event.Trade;
import dev.bourse.testkit.Market;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("P15")
@Tag("P11")
class VerifyTest {
  @TempDir Path folder;

  private Verification verify(HistoricalDataSource data, BacktestSpec spec, int cuts) {
    return service(data).verify(spec, cuts).result().join();
  }

  private Backtests service(HistoricalDataSource data) {
    return new Backtests(Runs.plugins(data), folder, Optional::empty);
  }

  @Test
  void findsNoPastOrderChangedWhereNothingKnowsTheFuture() throws IOException {
    Verification verification = verify(Runs.waves(5_000), Runs.spec(), 10);

    List<Cut> cuts = verification.cuts();

    assertThat(verification.holds()).isTrue();
    assertThat(cuts).hasSize(11).extracting(Cut::time).isSorted();
    assertThat(cuts).extracting(Cut::orders).isSorted().allMatch(orders -> orders > 0);
    assertThat(cuts.get(10).orders()).isEqualTo(verification.orders());
    assertThat(cuts.get(10).fills()).isEqualTo(verification.fills());
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).as("nothing is kept").isEmpty();
    }
  }

  @Test
  void holdsWithLatencyOfDataAndOfOrders() {
    BacktestSpec spec = Runs.exchange("data.latency", "2000", "latency", "700");

    Verification verification = verify(Runs.waves(2_000), spec, 7);

    assertThat(verification.cuts()).extracting(Cut::difference).containsOnly("");
    assertThat(verification.orders()).isPositive();
  }

  @Test
  void findsDataThatWasSmoothedOverTheFuture() {
    Verification verification = verify(new Smoothed(), Runs.spec(), 5);

    List<String> differences =
        verification.cuts().stream().map(Cut::difference).filter(each -> !each.isEmpty()).toList();

    assertThat(verification.holds()).isFalse();
    assertThat(differences.get(0))
        .startsWith("with all data: 1800 1970-01-01T02:30:00Z timer engine bars | approved ")
        .contains(" last=117.75 ")
        .contains("; without what came later: 1800 1970-01-01T02:30:00Z timer engine bars | ")
        .contains(" last=114.25 ");
  }

  @Test
  void findsRunsThatAreNotTheSameTwice() {
    Verification verification = verify(new Moody(), Runs.spec(), 1);

    assertThat(verification.holds()).isFalse();
  }

  @Test
  void cutsByTimeWhereThereAreFewOrders() {
    Verification verification = verify(Runs.waves(100), Runs.spec("quantity", "900000"), 3);

    assertThat(verification.holds()).isTrue();
    assertThat(verification.cuts().size()).isBetween(4, 50);
  }

  @Test
  void refusesWhatCannotRun() {
    Backtests service = service(Runs.waves(10));

    assertThatThrownBy(() -> service.verify(Runs.spec(), 0))
        .hasMessage("cuts=0 is out of range: 1..1000");
    assertThatThrownBy(() -> service.verify(Runs.spec("patience", "other", "", "1m"), 3))
        .hasMessageContaining("there is no data set \"other\"");
  }

  @Test
  void endsWhenItIsCancelled() {
    BacktestJob<Verification> job = service(Runs.waves(200_000)).verify(Runs.spec(), 100);

    job.cancel();

    assertThatThrownBy(() -> job.result().join()).isInstanceOf(CancellationException.class);
  }

  /** Hands out each price as the mean of itself and the next one that the range still has. */
  private static final class Smoothed implements HistoricalDataSource {
    private final ListData waves = Runs.waves(3_000);

    @Override
    public List<DataSet> list() {
      return waves.list();
    }

    @Override
    public DataCursor open(DataRange range) {
      List<MarketEvent> all = new ArrayList<>();
      try (DataCursor cursor = waves.open(range)) {
        for (MarketEvent each = cursor.next(); each != null; each = cursor.next()) {
          all.add(each);
        }
      }
      Trade[] smoothed = new Trade[all.size()];
      for (int i = 0; i < smoothed.length; i++) {
        Trade now = (Trade) all.get(i);
        Trade next = (Trade) all.get(Math.min(i + 1, smoothed.length - 1));
        smoothed[i] =
            new Trade(
                BTCUSD,
                now.eventTime(),
                (now.priceRaw() + next.priceRaw()) / 2,
                now.sizeRaw(),
                now.aggressor(),
                now.venueTradeId());
      }
      return ListData.of(List.of(BTCUSD), smoothed).open(range);
    }
  }

  /** Has other prices each time it is read. */
  private static final class Moody implements HistoricalDataSource {
    private int opened;

    @Override
    public List<DataSet> list() {
      return Runs.waves(1).list();
    }

    @Override
    public DataCursor open(DataRange range) {
      opened++;
      Trade[] trades = new Trade[300];
      for (int i = 0; i < trades.length; i++) {
        trades[i] = Market.trade(BTCUSD, 10.0 * i, 100 + opened + (i % 7) + ".25", "3");
      }
      return ListData.of(List.of(BTCUSD), trades).open(range);
    }
  }
}
