package dev.bourse.api.data;

import dev.bourse.api.model.Instrument;
import java.nio.file.Path;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A format of files with recorded data that can be stored. A service; the methods may be called
 * from any thread, and throw {@link DataException} with a sentence that names the file.
 */
@ConsumerType
public interface DataFormat {
  /** The word that commands use, {@code binance-klines}. */
  String name();

  /** Whether the file's name shows this format; the file need not be there. */
  boolean recognises(Path file);

  /** The instrument, if the file itself says by which rules it trades. */
  Optional<Instrument> instrument(Path file);

  /**
   * The symbol that the file's name shows, empty if it shows none.
   *
   * @param file the file, which need not be there
   */
  String symbol(Path file);

  /** Whether the events of a file are of several kinds, such as trades beside books. */
  default boolean isCapture(Path file) {
    return false;
  }

  /** Reads all events of a file; every number is checked against the instrument's rules. */
  DataCursor open(Path file, Instrument instrument);
}
