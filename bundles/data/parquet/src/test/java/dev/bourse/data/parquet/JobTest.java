package dev.bourse.data.parquet;

import static dev.bourse.data.parquet.Store.kline;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bourse.api.data.DataCounts;
import dev.bourse.api.data.DataCursor;
import dev.bourse.api.data.DataException;
import dev.bourse.api.data.DataFormat;
import dev.bourse.api.data.DataJob;
import dev.bourse.api.data.ImportRequest;
import dev.bourse.api.data.StoredData;
import dev.bourse.api.event.MarketEvent;
import dev.bourse.api.event.Trade;
import dev.bourse.api.model.AggressorSide;
import dev.bourse.api.model.Instrument;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jobs can be cancelled, and one at a time writes into a set. */
@Tag("N30")
final class JobTest {
  private static final long OPEN = 1_704_067_200_000L;

  @TempDir Path folder;
  private Store store;
  private final Endless endless = new Endless();

  @BeforeEach
  void open() throws IOException {
    store = new Store(folder);
    store.library().addFormat(endless);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void aCancelledImportLeavesTheSetAsItWas() throws InterruptedException {
    DataJob<StoredData> job = endless();
    assertThat(endless.read.await(60, TimeUnit.SECONDS)).isTrue();

    job.cancel();

    assertThatThrownBy(() -> Store.done(job)).isInstanceOf(CancellationException.class);
    assertThat(store.parts("endless")).isEmpty();
  }

  @Test
  void aSecondImportIntoOneSetIsRefusedAsLongAsTheFirstIsAtWork() throws InterruptedException {
    DataJob<StoredData> job = endless();
    assertThat(endless.read.await(60, TimeUnit.SECONDS)).isTrue();
    Path file = store.file("BTCUSDT-1m-1.csv", kline(OPEN, "1.00", "1.00", "1.00", "1.00"));

    String meanwhile = store.refusal("endless", Store.btc(), file);
    job.cancel();
    assertThatThrownBy(() -> Store.done(job)).isInstanceOf(CancellationException.class);
    StoredData afterwards = store.add("endless", Store.btc(), file);

    assertThat(meanwhile)
        .isEqualTo("something is being written into data set \"endless\"; wait until it is done");
    assertThat(afterwards.counts().events()).isEqualTo(1);
  }

  @Test
  void aStoreThatLeavesEndsItsJobs() throws InterruptedException {
    DataJob<StoredData> job = endless();
    assertThat(endless.read.await(60, TimeUnit.SECONDS)).isTrue();

    store.library().deactivate();

    assertThatThrownBy(() -> Store.done(job)).isInstanceOf(CancellationException.class);
  }

  @Test
  void aFileInTheMiddleThatIsRefusedKeepsThoseBeforeIt() {
    Path good = store.file("BTCUSDT-1m-1.csv", kline(OPEN, "1.00", "1.00", "1.00", "1.00"));
    Path bad = store.file("BTCUSDT-1m-2.csv", "x,1.00");
    ImportRequest request = new ImportRequest("btc", List.of(good, bad), "", "", Store.btc());

    DataJob<StoredData> job = store.library().add(request);

    assertThatThrownBy(() -> Store.done(job)).isInstanceOf(DataException.class);
    assertThat(store.events("btc")).hasSize(1);
  }

  private DataJob<StoredData> endless() {
    Path file = store.file("a.endless", "");
    return store.library().add(new ImportRequest("endless", List.of(file), "", "", Store.btc()));
  }

  /** Trades without end. */
  private static final class Endless implements DataFormat {
    private final CountDownLatch read = new CountDownLatch(10_000);

    @Override
    public String name() {
      return "endless";
    }

    @Override
    public boolean recognises(Path file) {
      return file.toString().endsWith(".endless");
    }

    @Override
    public Optional<Instrument> instrument(Path file) {
      return Optional.empty();
    }

    @Override
    public String symbol(Path file) {
      return "";
    }

    @Override
    public DataCursor open(Path file, Instrument instrument) {
      return new DataCursor() {
        private long time = OPEN;

        @Override
        public @Nullable MarketEvent next() {
          read.countDown();
          return new Trade(instrument, time++, 100, 100, AggressorSide.UNKNOWN, null);
        }

        @Override
        public DataCounts counts() {
          return new DataCounts(0, 0, 0, 0);
        }

        @Override
        public double progress() {
          return -1;
        }

        @Override
        public String hash() {
          return "";
        }

        @Override
        public void close() {}
      };
    }
  }
}
