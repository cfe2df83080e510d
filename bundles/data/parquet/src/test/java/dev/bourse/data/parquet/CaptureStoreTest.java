package dev.bourse.data.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.book.OrderBook;
import dev.bourse.api.data.CheckReport;
import dev.bourse.api.data.DataCounts;
import dev.bourse.api.data.DataCursor;
import dev.bourse.api.data.DataRange;
import dev.bourse.api.data.ImportRequest;
import dev.bourse.api.data.StoredData;
import dev.bourse.api.event.BookEvent;
import dev.bourse.api.event.MarketEvent;
import dev.bourse.data.csv.BinanceCapture;
import dev.bourse.data.csv.CsvData;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Books beside trades and quotes go into the store and come out as they were. */
@Tag("N30")
@Tag("P11")
final class CaptureStoreTest {
  private static final long START = 1_700_000_000_000_000_000L;
  private static final String FILE = "BTCUSDT-capture-1.txt";

  @TempDir Path folder;
  private Store store;

  @BeforeEach
  void open() throws IOException {
    store = new Store(folder);
    store.library().addFormat(new BinanceCapture());
  }

  @AfterEach
  void close() {
    store.close();
  }

  private static String levels(Random random, int from) {
    List<String> levels = new ArrayList<>();
    for (int i = random.nextInt(25); i > 0; i--) {
      levels.add("[\"" + (from + i) + ".5\",\"" + random.nextInt(3) + ".00100\"]");
    }
    return "[" + String.join(",", levels) + "]";
  }

  private static String difference(Random random, long first, long last) {
    return "{\"e\":\"depthUpdate\",\"s\":\"BTCUSDT\",\"U\":"
        + first
        + ",\"u\":"
        + last
        + ",\"b\":"
        + levels(random, 100)
        + ",\"a\":"
        + levels(random, 200)
        + "}";
  }

  private static String trade(int id) {
    return "{\"e\":\"trade\",\"s\":\"BTCUSDT\",\"t\":"
        + id
        + ",\"p\":\"150.25\",\"q\":\"0.5\",\"m\":"
        + (id % 2 == 0)
        + "}";
  }

  /** Several row groups of levels; a trade comes first, the full book third. */
  private static String[] lines(int count) {
    Random random = new Random(11);
    List<String> frames = new ArrayList<>();
    frames.add(trade(1));
    frames.add(difference(random, 5, 9));
    frames.add("{\"lastUpdateId\":9,\"bids\":[[\"100.5\",\"1\"]],\"asks\":[[\"201.5\",\"2\"]]}");
    for (int i = 0; i < count; i++) {
      frames.add(difference(random, 10 + i, 10 + i));
      if (i % 3 == 0) {
        frames.add(trade(2 + i));
        frames.add(
            "{\"u\":3,\"s\":\"BTCUSDT\",\"b\":\"140.01\",\"B\":\"1\",\"a\":\"140.02\",\"A\":\"2\"}");
      }
    }
    String[] lines = new String[frames.size()];
    for (int i = 0; i < lines.length; i++) {
      lines[i] = START + i * 1_000_000L + " " + frames.get(i);
    }
    return lines;
  }

  private static List<MarketEvent> read(DataCursor cursor) {
    try (cursor) {
      List<MarketEvent> events = new ArrayList<>();
      for (MarketEvent each = cursor.next(); each != null; each = cursor.next()) {
        events.add(each);
      }
      return events;
    }
  }

  @Test
  void comesOutAsItIsWritten() {
    Path file = store.file(FILE, lines(6_000));
    StoredData stored = store.add("books", Store.btc(), file);

    List<MarketEvent> events = store.events("books");

    assertThat(stored.counts()).isEqualTo(new DataCounts(10_003, 0, 0, 0));
    assertThat(store.set("books").kind()).isEqualTo("capture");
    assertThat(events).isEqualTo(read(new BinanceCapture().open(file, events.get(0).instrument())));
  }

  @Test
  void aRangeBeginsWithAWholeEvent() {
    store.add("books", Store.btc(), store.file(FILE, lines(6_000)));
    List<MarketEvent> all = store.events("books");

    for (int from = 3; from < all.size(); from += 1_733) {
      long time = all.get(from).eventTime();
      List<MarketEvent> events = store.events(new DataRange("books", time, Long.MAX_VALUE));

      assertThat(events).isEqualTo(all.subList(from, all.size()));
    }
  }

  @Test
  void whatIsThereAlreadyIsLeftOut() {
    Path file = store.file(FILE, lines(50));
    store.add("books", Store.btc(), file);

    StoredData again = store.add("books", Store.btc(), file);

    assertThat(again.counts()).isEqualTo(new DataCounts(0, 0, 87, 0));
    assertThat(store.events("books")).hasSize(87);
  }

  @Test
  void anExportReadsAsTheSetItCameFrom() {
    store.add("books", Store.btc(), store.file(FILE, lines(50)));
    Path target = folder.resolve("out");

    List<Path> files = Store.done(store.library().export(DataRange.all("books"), target));

    assertThat(files).containsExactly(target.resolve("books.txt"));
    assertThat(read(new CsvData(List.of(target)).open(DataRange.all("books"))))
        .isEqualTo(store.events("books"));
  }

  @Test
  void aCheckFindsHolesInTheBook() {
    String[] lines = lines(50);
    lines[33] = lines[33].replaceAll("\"U\":\\d+,\"u\":\\d+", "\"U\":900,\"u\":900");
    store.add("books", Store.btc(), store.file(FILE, lines));

    CheckReport report = Store.done(store.library().check(DataRange.all("books")));

    assertThat(report.kind()).isEqualTo("capture");
    assertThat(report.events()).isEqualTo(87);
    assertThat(count(report, "holes in the book")).isEqualTo(1);
    assertThat(count(report, "differences of a lost book")).isPositive();
    assertThat(count(report, "off the tick or step")).isZero();
  }

  private static long count(CheckReport report, String what) {
    return report.findings().stream()
        .filter(each -> each.what().equals(what))
        .mapToLong(CheckReport.Finding::count)
        .sum();
  }

  @Test
  void aSetOfTradesTakesNoCapture() {
    store.add(
        "books",
        Store.btc(),
        store.file("BTCUSDT-trades-1.csv", "1,100,1,100,1704067200000,true,true"));

    String refusal = store.refusal("books", Map.of(), store.file(FILE, lines(3)));

    assertThat(refusal)
        .contains("it holds capture, but data set \"books\" holds trades; give it another name");
  }

  @Test
  @Tag("outside")
  void aCapturedBookIsTheSameOutOfTheStore() {
    Path capture =
        OutsideTest.cases().resolve("market-data/binance-raw-ws-2024/spot_btcusdt_20240808.gz");
    StoredData stored =
        Store.done(
            store
                .library()
                .add(
                    new ImportRequest(
                        "books",
                        List.of(capture),
                        "binance-capture",
                        "",
                        Store.rules("BTC", "0.01", "0.000001"))));

    List<MarketEvent> events = store.events("books");

    OrderBook book = new OrderBook(events.get(0).instrument());
    events.stream()
        .filter(BookEvent.class::isInstance)
        .forEach(each -> book.apply((BookEvent) each));
    assertThat(stored.counts()).isEqualTo(new DataCounts(41_249, 0, 0, 0));
    assertThat(events)
        .isEqualTo(read(new BinanceCapture().open(capture, events.get(0).instrument())));
    assertThat(book.gaps() + book.stale()).isZero();
    assertThat(book.isKnown()).isTrue();
  }
}
