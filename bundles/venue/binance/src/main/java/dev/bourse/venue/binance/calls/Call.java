package dev.bourse.venue.binance.calls;

import org.jspecify.annotations.Nullable;

/** Answers one kind of request. */
@FunctionalInterface
public interface Call {
  /** The answer as a tree; refusals are {@code ApiException}s. */
  @Nullable Object answer(Asked asked);
}
