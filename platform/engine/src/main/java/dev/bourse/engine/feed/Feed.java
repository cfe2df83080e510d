package dev.bourse.engine.feed;

import dev.bourse.api.event.MarketEvent;
import org.jspecify.annotations.Nullable;

/** A numbered sequence of market events. One thread. */
public interface Feed extends AutoCloseable {
  /** The next event without taking it, or null if there is none now. */
  @Nullable MarketEvent peek();

  /** Takes the event that {@link #peek} gave; it has the number {@link #position}. */
  void take();

  /** The number of the last event taken, rising by one; 0 before the first. */
  long position();

  /** Whether no event will ever follow. */
  boolean hasEnded();

  @Override
  void close();
}
