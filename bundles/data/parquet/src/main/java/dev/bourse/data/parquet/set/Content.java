package dev.bourse.data.parquet.set;

import dev.bourse.api.event.Bar;
import dev.bourse.api.event.MarketEvent;
import dev.bourse.api.model.BarInterval;
import org.jspecify.annotations.Nullable;

/**
 * What all events of a set have in common.
 *
 * @param kind what they are
 * @param bar the length of bars, null for everything else
 */
public record Content(Kind kind, @Nullable BarInterval bar) {
  /** That of events of several kinds. */
  public static final Content CAPTURE = new Content(Kind.CAPTURE, null);

  /** That of an event. */
  public static Content of(MarketEvent event) {
    return new Content(Kind.of(event), event instanceof Bar bar ? bar.interval() : null);
  }

  /** {@code trades}, {@code bars of 1m}. */
  @Override
  public String toString() {
    return bar == null ? kind.word() : kind.word() + " of " + bar;
  }
}
