package dev.bourse.data.parquet;

import static dev.bourse.data.parquet.Store.kline;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.bourse.api.data.DataCursor;
import dev.bourse.api.data.DataRange;
import dev.bourse.api.event.MarketEvent;
import dev.bourse.data.csv.CsvData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is stored comes out again as text that says the same. */
@Tag("N30")
final class ExportTest {
  private static final long OPEN = 1_704_067_200_000L;

  @TempDir Path folder;
  private Store store;
  private Path target;

  @BeforeEach
  void open() throws IOException {
    store = new Store(folder);
    target = folder.resolve("out/texts");
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void barsAreWrittenWithAllDecimals() throws IOException {
    store.add(
        "btc",
        Store.btc(),
        store.file("BTCUSDT-1m-1.csv", kline(OPEN, "100.10", "101.00", "99.00", "100.50")));

    List<Path> files = export("btc");

    assertThat(files).containsExactly(target.resolve("btc.csv"));
    assertThat(Files.readAllLines(files.get(0)))
        .containsExactly(
            "time,open,high,low,close,volume",
            "1704067260000000000,100.10,101.00,99.00,100.50,1.50000");
  }

  @Test
  void anExportReadsAsTheSetItCameFrom() {
    store.add(
        "btc",
        Store.btc(),
        store.file(
            "BTCUSDT-trades-1.csv",
            "1,100.00,0.5,50.0," + OPEN + ",True,True",
            "2,100.01,0.00001,50.0," + (OPEN + 1) + ",False,True"));
    List<MarketEvent> stored = store.events("btc");

    export("btc");

    assertThat(texts("btc")).isEqualTo(stored);
  }

  @Test
  void eachInstrumentGetsAFileOfItsOwn() {
    for (String coin : List.of("AAA", "BBB")) {
      Path file = store.file(coin + "USDT-trades-1.csv", "1,2.00,1,2.0," + OPEN + ",True,True");
      store.add("many", Store.rules(coin, "0.01", "0.001"), file);
    }

    List<Path> files = export("many");

    assertThat(files)
        .containsExactly(target.resolve("many-AAAUSDT.csv"), target.resolve("many-BBBUSDT.csv"));
    assertThat(texts("many-BBBUSDT")).hasSize(1);
  }

  @Test
  void rulesThatChangeOnTheWayCannotBeWrittenAsOneText() {
    store.add(
        "btc",
        Store.btc(),
        store.file("BTCUSDT-1m-1.csv", kline(OPEN, "100.10", "101.00", "99.00", "100.50")));
    store.add(
        "btc",
        Store.rules("BTC", "0.1", "0.00001"),
        store.file("BTCUSDT-1m-2.csv", kline(OPEN + 60_000, "100.1", "101", "99", "100.5")));

    String sentence = catchThrowable(() -> export("btc")).getMessage();

    assertThat(sentence)
        .isEqualTo(
            "BTCUSDT.BINANCE has other rules from 2024-01-01T00:02:00Z on, which one description"
                + " cannot say; export up to there and from there on");
    assertThat(target).isEmptyDirectory();
  }

  private List<Path> export(String name) {
    return Store.done(store.library().export(DataRange.all(name), target));
  }

  private List<MarketEvent> texts(String name) {
    try (DataCursor cursor = new CsvData(List.of(target)).open(DataRange.all(name))) {
      List<MarketEvent> events = new ArrayList<>();
      for (MarketEvent each = cursor.next(); each != null; each = cursor.next()) {
        events.add(each);
      }
      return events;
    }
  }
}
