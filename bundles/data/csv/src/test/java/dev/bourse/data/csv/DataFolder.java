package dev.bourse.data.csv;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.bourse.api.data.DataCounts;
import dev.bourse.api.data.DataCursor;
import dev.bourse.api.data.DataException;
import dev.bourse.api.data.DataRange;
import dev.bourse.api.event.MarketEvent;
import dev.bourse.api.model.Instrument;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A folder with one described file, which a test bends to its needs. */
final class DataFolder {
  static final long SECOND = 1_000_000_000L;

  /** The set's name. */
  static final String SET = "sample";

  private final Path folder;
  private final Map<String, String> keys = new LinkedHashMap<>();
  private final CsvData data;

  private DataFolder(Path folder, String kind, String... columns) {
    this.folder = folder;
    this.data = new CsvData(List.of(folder));
    keys.put("name", SET);
    keys.put("file", "sample.csv");
    keys.put("kind", kind);
    keys.put("header", "yes");
    keys.put("time.unit", "s");
    for (String column : columns) {
      keys.put("column." + column, column);
    }
    keys.put("instrument", "BTCUSD.BITSTAMP");
    keys.put("base", "BTC");
    keys.put("base.decimals", "8");
    keys.put("quote", "USD");
    keys.put("quote.decimals", "8");
    keys.put("tick", "0.01");
    keys.put("step", "0.001");
    keys.put("min.quantity", "0.001");
    keys.put("max.quantity", "1000");
    keys.put("min.notional", "5");
    keys.put("maker.fee", "0.001");
    keys.put("taker.fee", "0.002");
  }

  static DataFolder trades(Path folder) {
    return new DataFolder(folder, "trades", "time", "price", "size");
  }

  static DataFolder quotes(Path folder) {
    return new DataFolder(folder, "quotes", "time", "bid", "bid.size", "ask", "ask.size");
  }

  static DataFolder bars(Path folder) {
    return new DataFolder(folder, "bars", "time", "open", "high", "low", "close", "volume")
        .with("bar", "1m")
        .with("time.means", "open");
  }

  static DataFolder capture(Path folder) {
    return new DataFolder(folder, "capture").without("header").without("time.unit");
  }

  DataFolder with(String key, String value) {
    keys.put(key, value);
    return this;
  }

  DataFolder without(String key) {
    keys.remove(key);
    return this;
  }

  /** Writes the description. */
  DataFolder describe() {
    return describe("sample.dataset", "");
  }

  DataFolder describe(String file, String more) {
    String text =
        keys.entrySet().stream()
            .map(each -> each.getKey() + " = " + each.getValue() + "\n")
            .collect(Collectors.joining());
    return write(folder.resolve(file), (text + more).getBytes(StandardCharsets.UTF_8));
  }

  /** Writes description and lines. */
  DataFolder lines(String... lines) {
    return describe().write(file(), text(lines));
  }

  DataFolder bytes(byte[] content) {
    return describe().write(file(), content);
  }

  Path file() {
    return folder.resolve(keys.getOrDefault("file", ""));
  }

  Path description() {
    return folder.resolve("sample.dataset");
  }

  CsvData data() {
    return data;
  }

  Instrument instrument() {
    return data.list().get(0).instruments().get(0);
  }

  /** What is wrong with the only set. */
  String problem() {
    return data.list().get(0).problem();
  }

  DataCursor open() {
    return data.open(DataRange.all(SET));
  }

  List<MarketEvent> events() {
    return events(DataRange.all(SET));
  }

  List<MarketEvent> events(DataRange range) {
    try (DataCursor cursor = data.open(range)) {
      return drain(cursor);
    }
  }

  DataCounts counts() {
    try (DataCursor cursor = open()) {
      drain(cursor);
      return cursor.counts();
    }
  }

  static List<MarketEvent> drain(DataCursor cursor) {
    List<MarketEvent> events = new ArrayList<>();
    for (MarketEvent each = cursor.next(); each != null; each = cursor.next()) {
      events.add(each);
    }
    return events;
  }

  /** The distinct objects that scale these events. */
  static Set<Instrument> instruments(List<MarketEvent> events) {
    Set<Instrument> found = Collections.newSetFromMap(new IdentityHashMap<>());
    events.forEach(each -> found.add(each.instrument()));
    return found;
  }

  static byte[] text(String... lines) {
    return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  static byte[] gzip(byte[] content) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  static byte[] zip(byte[] content, String... names) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(packed)) {
      for (String name : names) {
        zip.putNextEntry(new ZipEntry(name));
        if (!name.endsWith("/")) {
          zip.write(content);
        }
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  /** The sentence with which reading ends. */
  String failure() {
    return catchThrowableOfType(DataException.class, this::events).getMessage();
  }

  private DataFolder write(Path path, byte[] content) {
    try {
      Files.write(path, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }
}
