package dev.bourse.engine.feed;

import dev.bourse.api.event.MarketEvent;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A venue's live data, as far as the trader may take it now. */
public final class LiveFeed implements Feed {
  private final Supplier<@Nullable MarketEvent> source;
  private @Nullable MarketEvent next;
  private long position;

  /**
   * A feed that goes on counting behind a position.
   *
   * @param source the next event, or null if there is none now
   */
  public LiveFeed(Supplier<@Nullable MarketEvent> source, long position) {
    this.source = source;
    this.position = position;
  }

  @Override
  public @Nullable MarketEvent peek() {
    if (next == null) {
      next = source.get();
    }
    return next;
  }

  @Override
  public void take() {
    next = null;
    position++;
  }

  @Override
  public long position() {
    return position;
  }

  @Override
  public boolean hasEnded() {
    return false;
  }

  @Override
  public void close() {
    next = null;
  }
}
