package dev.bourse.data.csv;

import dev.bourse.api.event.MarketEvent;
import org.jspecify.annotations.Nullable;

/** What an open file holds, one line at a time, as events. */
interface Lines extends Place {
  /** Goes to the next line; false at the end of the file. */
  boolean next();

  /** The time that is written in this line, nanoseconds. */
  long time();

  /**
   * The event of this line, or null if it is refused.
   *
   * @param time the time that the event is to carry, nanoseconds
   */
  @Nullable MarketEvent event(long time);
}
