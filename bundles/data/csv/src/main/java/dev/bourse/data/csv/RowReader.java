package dev.bourse.data.csv;

import dev.bourse.api.event.MarketEvent;
import org.jspecify.annotations.Nullable;

/** Makes an event of a row; one for each {@link Kind}. */
interface RowReader {
  /**
   * The event in this row, or null if a policy refuses it.
   *
   * @param time the time that the event is to carry, nanoseconds
   */
  @Nullable MarketEvent read(Rows row, long time);
}
