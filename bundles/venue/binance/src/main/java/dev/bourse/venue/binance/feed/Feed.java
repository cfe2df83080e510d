package dev.bourse.venue.binance.feed;

import dev.bourse.api.event.MarketEvent;
import java.util.List;

/** Brings market data as time passes. */
public interface Feed extends AutoCloseable {
  /**
   * What is due, oldest first, with the venue's time in it.
   *
   * @param now the venue's time in nanoseconds
   * @param most how many events at most; the rest comes with the next call
   */
  List<MarketEvent> due(long now, int most);

  /** Whether nothing will come any more. */
  boolean isOver();

  @Override
  void close();
}
