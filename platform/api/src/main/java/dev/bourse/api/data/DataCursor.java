package dev.bourse.api.data;

import dev.bourse.api.event.MarketEvent;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ConsumerType;

/** Reads events in time order, ties in file order, in bounded memory. Not thread-safe. */
@ConsumerType
public interface DataCursor extends AutoCloseable {
  /**
   * The next event, or null at the end; throws {@link DataException} for a line that cannot be
   * read.
   */
  @Nullable MarketEvent next();

  /** What was read, refused and corrected so far. */
  DataCounts counts();

  /** The share of the input that was read, 0 to 1, or -1 where unknown. */
  double progress();

  /**
   * SHA-256 of all bytes read so far, lower-case hex; complete once {@link #next} returned null.
   */
  String hash();

  @Override
  void close();
}
