package dev.bourse.backtest.run;

import dev.bourse.api.data.DataCounts;
import dev.bourse.api.event.MarketEvent;
import org.jspecify.annotations.Nullable;

/** The events of a run in their order. Belongs to the thread of a run. */
interface EventFeed extends AutoCloseable {
  /** The next event, or null at the end. */
  @Nullable MarketEvent next();

  /** The share read, 0 to 1, or -1 where unknown. */
  double progress();

  /** SHA-256 of the data; complete once {@link #next} returned null. */
  String hash();

  /** What was met so far. */
  DataCounts counts();

  @Override
  void close();
}
