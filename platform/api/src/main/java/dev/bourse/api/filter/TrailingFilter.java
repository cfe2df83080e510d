package dev.bourse.api.filter;

import dev.bourse.api.model.Side;
import org.jspecify.annotations.Nullable;

/** TRAILING_DELTA: how far a trigger may trail, above the price and below it. */
record TrailingFilter(Bounds above, Bounds below) implements OrderFilter {
  /**
   * Bounds in hundredths of a percent.
   *
   * @param min the lower one
   * @param max the upper one
   */
  record Bounds(long min, long max) {}

  @Override
  public @Nullable String problem(Wanted order, Surroundings around) {
    Long delta = order.trailingDelta();
    if (delta == null) {
      return null;
    }
    boolean stop = order.type().startsWith("STOP_LOSS");
    Bounds bounds = stop == (order.side() == Side.BUY) ? above : below;
    return delta >= bounds.min() && delta <= bounds.max()
        ? null
        : "TRAILING_DELTA: delta=" + delta + " min=" + bounds.min() + " max=" + bounds.max();
  }
}
