package dev.bourse.engine.feed;

import dev.bourse.api.event.MarketEvent;
import dev.bourse.engine.inbox.Inbox;
import org.jspecify.annotations.Nullable;

/** A venue's live data, as it waits in the trader's inbox. */
public final class LiveFeed implements Feed {
  private final Inbox inbox;
  private @Nullable MarketEvent next;
  private long position;

  /** A feed that goes on counting behind a position. */
  public LiveFeed(Inbox inbox, long position) {
    this.inbox = inbox;
    this.position = position;
  }

  @Override
  public @Nullable MarketEvent peek() {
    if (next == null) {
      next = inbox.pollMarket();
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
