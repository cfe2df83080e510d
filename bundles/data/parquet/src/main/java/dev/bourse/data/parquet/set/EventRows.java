package dev.bourse.data.parquet.set;

import dev.bourse.api.event.MarketEvent;
import java.io.IOException;

/** Makes rows of events. */
interface EventRows {
  /** Writes an event as one row or more. */
  void write(MarketEvent event) throws IOException;
}
