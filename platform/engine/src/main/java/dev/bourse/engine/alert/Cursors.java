package dev.bourse.engine.alert;

import dev.bourse.api.model.TraderId;
import dev.bourse.engine.files.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How far a channel has told each trader's alerts: a small file per trader. Channel's thread only.
 */
final class Cursors {
  private static final Logger LOG = LoggerFactory.getLogger(Cursors.class);

  private final Path folder;
  private final Map<TraderId, Long> told = new TreeMap<>();

  Cursors(Path folder) {
    this.folder = folder;
  }

  /**
   * The last turn whose alerts were told; {@code first} for a trader that this channel never heard
   * of.
   */
  long get(TraderId trader, long first) {
    Long known = told.get(trader);
    if (known == null) {
      known = read(trader, first);
      told.put(trader, known);
    }
    return known;
  }

  /** Everything through the turn was told. */
  void set(TraderId trader, long sequence) {
    told.put(trader, sequence);
    try {
      Folders.replace(file(trader), sequence + "\n");
    } catch (IOException e) {
      LOG.warn("{} cannot be written: {}; alerts may be repeated", file(trader), e.getMessage());
    }
  }

  private long read(TraderId trader, long first) {
    Path file = file(trader);
    if (!Files.exists(file)) {
      return first;
    }
    try {
      return Long.parseLong(Files.readString(file).strip());
    } catch (IOException | NumberFormatException e) {
      LOG.warn("{} cannot be read: {}; older alerts are not repeated", file, e.getMessage());
      return first;
    }
  }

  private Path file(TraderId trader) {
    return folder.resolve(trader.value());
  }
}
