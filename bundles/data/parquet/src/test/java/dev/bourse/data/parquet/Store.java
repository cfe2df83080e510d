package dev.bourse.data.parquet;

import dev.bourse.api.data.DataCursor;
import dev.bourse.api.data.DataException;
import dev.bourse.api.data.DataJob;
import dev.bourse.api.data.DataRange;
import dev.bourse.api.data.DataSet;
import dev.bourse.api.data.ImportRequest;
import dev.bourse.api.data.StoredData;
import dev.bourse.api.event.MarketEvent;
import dev.bourse.data.csv.BinanceAggTrades;
import dev.bourse.data.csv.BinanceKlines;
import dev.bourse.data.csv.BinanceTrades;
import dev.bourse.data.csv.CsvData;
import dev.bourse.data.csv.DescribedFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A store in a folder, with the formats that text files come in, and files to put into it. */
final class Store implements AutoCloseable {
  static final long MINUTE = 60_000_000_000L;

  private final Path data;
  private final Path files;
  private final ParquetData sets;
  private final ParquetLibrary library;

  Store(Path folder) throws IOException {
    this.data = Files.createDirectories(folder.resolve("market-data"));
    this.files = Files.createDirectories(folder.resolve("files"));
    this.sets = new ParquetData(List.of(data));
    this.library = new ParquetLibrary(List.of(data));
    library.addFormat(new BinanceKlines());
    library.addFormat(new BinanceTrades());
    library.addFormat(new BinanceAggTrades());
    library.addFormat(new DescribedFormat());
    library.addSource(sets);
    library.addSource(new CsvData(List.of(data)));
  }

  ParquetLibrary library() {
    return library;
  }

  /** Where sets are. */
  Path data() {
    return data;
  }

  Path file(String name, String... lines) {
    return bytes(name, text(lines));
  }

  Path zip(String name, String... lines) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(packed)) {
      zip.putNextEntry(new ZipEntry(name.replace(".zip", ".csv")));
      zip.write(text(lines));
      zip.closeEntry();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes(name, packed.toByteArray());
  }

  Path bytes(String name, byte[] content) {
    try {
      return Files.write(files.resolve(name), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Rules of a symbol against USDT. */
  static Map<String, String> rules(String base, String tick, String step) {
    Map<String, String> rules = new TreeMap<>();
    rules.put("instrument", base + "USDT.BINANCE");
    rules.put("base", base);
    rules.put("base.decimals", "8");
    rules.put("quote", "USDT");
    rules.put("quote.decimals", "8");
    rules.put("tick", tick);
    rules.put("step", step);
    rules.put("min.quantity", step);
    rules.put("max.quantity", "1000000000");
    rules.put("min.notional", "5");
    rules.put("maker.fee", "0.001");
    rules.put("taker.fee", "0.001");
    return rules;
  }

  static Map<String, String> btc() {
    return rules("BTC", "0.01", "0.00001");
  }

  StoredData add(String name, Map<String, String> rules, Path... from) {
    return done(library.add(new ImportRequest(name, List.of(from), "", "", rules)));
  }

  /** The sentence with which an import ends. */
  String refusal(String name, Map<String, String> rules, Path... from) {
    return refusal(new ImportRequest(name, List.of(from), "", "", rules));
  }

  String refusal(ImportRequest request) {
    try {
      return "stored " + done(library.add(request));
    } catch (DataException | IllegalArgumentException e) {
      return String.valueOf(e.getMessage());
    }
  }

  static <T> T done(DataJob<T> job) {
    try {
      return job.result().join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException reason) {
        throw reason;
      }
      throw e;
    }
  }

  DataSet set(String name) {
    return sets.list().stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
  }

  List<MarketEvent> events(String name) {
    return events(DataRange.all(name));
  }

  List<MarketEvent> events(DataRange range) {
    try (DataCursor cursor = sets.open(range)) {
      List<MarketEvent> events = new ArrayList<>();
      for (MarketEvent each = cursor.next(); each != null; each = cursor.next()) {
        events.add(each);
      }
      return events;
    }
  }

  DataCursor open(String name) {
    return sets.open(DataRange.all(name));
  }

  /** The files of a set. */
  List<Path> parts(String name) {
    try (Stream<Path> all = Files.list(data.resolve(name + ".set"))) {
      return all.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A line of bars as Binance publishes them, of a minute that begins at this time. */
  static String kline(long open, String... prices) {
    boolean micros = open > 100_000_000_000_000L;
    long close = open + (micros ? 59_999_999L : 59_999L);
    return open + "," + String.join(",", prices) + ",1.50000000," + close + ",150.0,7,0.7,70.0,0";
  }

  @Override
  public void close() {
    library.deactivate();
  }

  private static byte[] text(String... lines) {
    return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
  }
}
