package dev.bourse.itests.benchmarks;

import dev.bourse.api.data.ImportRequest;
import dev.bourse.api.data.InstrumentRules;
import dev.bourse.api.model.Instrument;
import dev.bourse.data.parquet.ParquetLibrary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Puts drawn events into the store of recorded data, the way files are imported. */
final class DrawnStore {
  private final Path folder;

  DrawnStore(Path folder) {
    this.folder = folder;
  }

  /** Imports the events of one instrument; returns how long that took, in nanoseconds. */
  long add(String set, String coin, int count, Function<Instrument, DrawnCursor> events)
      throws IOException {
    ParquetLibrary library = new ParquetLibrary(List.of(folder));
    library.addFormat(new DrawnFormat(events));
    Path file = Files.createFile(folder.resolve(set + coin + DrawnFormat.SUFFIX));
    ImportRequest request = new ImportRequest(set, List.of(file), "", "", rules(coin));
    long begin = System.nanoTime();
    long stored = library.add(request).result().join().counts().events();
    long nanos = System.nanoTime() - begin;
    if (stored != count) {
      throw new IllegalStateException(stored + " events instead of " + count);
    }
    return nanos;
  }

  static Instrument instrument(String coin) {
    return InstrumentRules.read(rules(coin), 1);
  }

  private static Map<String, String> rules(String coin) {
    Map<String, String> rules = new TreeMap<>();
    rules.put("instrument", coin + "USDT.BINANCE");
    rules.put("base", coin);
    rules.put("base.decimals", "8");
    rules.put("quote", "USDT");
    rules.put("quote.decimals", "8");
    rules.put("tick", "0.01");
    rules.put("step", "0.00001");
    rules.put("min.quantity", "0.00001");
    rules.put("max.quantity", "9000");
    rules.put("min.notional", "5");
    rules.put("maker.fee", "0.001");
    rules.put("taker.fee", "0.001");
    return rules;
  }
}
