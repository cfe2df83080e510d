package dev.bourse.itests.benchmarks;

import dev.bourse.api.data.DataCursor;
import dev.bourse.api.data.DataRange;
import dev.bourse.api.data.HistoricalDataSource;
import dev.bourse.api.event.MarketEvent;
import dev.bourse.api.event.Trade;
import dev.bourse.data.csv.CsvData;
import dev.bourse.data.parquet.ParquetData;
import dev.bourse.data.parquet.ParquetLibrary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What recorded data costs on the disk and when it is read, in the store and elsewhere. */
final class DataRows {
  private static final int TRADES = 2_000_000;
  private static final int ROUNDS = 5;
  private static final int SYMBOLS = 200;

  private final Path folder;
  private final ParquetLibrary library;
  private final ParquetData sets;

  DataRows(Path folder) {
    this.folder = folder;
    this.sets = new ParquetData(List.of(folder));
    this.library = new ParquetLibrary(List.of(folder));
    library.addSource(sets);
  }

  /** All rows. */
  List<Row> measure() throws IOException {
    List<Row> rows = new ArrayList<>();
    long written = store("one", TRADES, "AAA");
    rows.add(row("store (Parquet), written", TRADES, written, size("one.set")));
    rows.add(row("store (Parquet), read", TRADES, read(sets, "one"), size("one.set")));
    library.export(DataRange.all("one"), folder.resolve("text")).result().join();
    CsvData text = new CsvData(List.of(folder.resolve("text")));
    rows.add(row("text (csv), read", TRADES, read(text, "one"), size("text")));
    TsFileRows other =
        new TsFileRows(folder.resolve("trades.tsfile"), DrawnStore.instrument("AAA"), TRADES);
    rows.add(row("Apache TsFile, written", TRADES, other.write(), other.size()));
    rows.add(row("Apache TsFile, read", TRADES, other.read(ROUNDS), other.size()));
    for (int i = 0; i < SYMBOLS; i++) {
      store("many", TRADES / SYMBOLS, "S" + i);
    }
    rows.add(
        row("store, " + SYMBOLS + " symbols merged", TRADES, read(sets, "many"), size("many.set")));
    return rows;
  }

  private long store(String set, int count, String coin) throws IOException {
    return new DrawnStore(folder).add(set, coin, count, each -> new DrawnTrades(each, count));
  }

  /** The median of some rounds; each adds up what it reads, so that nothing is left out. */
  private static long read(HistoricalDataSource source, String set) {
    double[] rounds = new double[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
      long begin = System.nanoTime();
      long events = 0;
      long sum = 0;
      try (DataCursor cursor = source.open(DataRange.all(set))) {
        for (MarketEvent each = cursor.next(); each != null; each = cursor.next()) {
          events++;
          sum += each instanceof Trade trade ? trade.sizeRaw() : 0;
        }
      }
      rounds[i] = System.nanoTime() - begin;
      require(TRADES, sum > 0 ? events : 0);
    }
    return (long) Stopwatch.median(rounds);
  }

  private static void require(long expected, long found) {
    if (expected != found) {
      throw new IllegalStateException(found + " trades instead of " + expected);
    }
  }

  private long size(String name) throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve(name))) {
      return files.filter(Files::isRegularFile).mapToLong(DataRows::bytes).sum();
    }
  }

  private static long bytes(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Row row(String what, int count, long nanos, long bytes) {
    return Row.shown(
        "recorded trades: " + what,
        String.format(
            Locale.ROOT,
            "%.0f ns, %.1f B a trade",
            nanos / (double) count,
            bytes / (double) count));
  }
}
