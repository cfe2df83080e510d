package dev.bourse.engine.journal;

import dev.bourse.api.exchange.ExchangeCommand;
import dev.bourse.api.persistence.JournalEntry;
import java.util.List;

/**
 * One turn on its way to the disk, and what may leave once it is there.
 *
 * @param entry the encoded turn
 * @param important whether it must be forced at once: it has orders, fills or signals
 * @param commands what goes to the venues behind it
 * @param announcements who is told behind it
 * @param submittedAt {@link System#nanoTime} of the hand-over
 */
public record Outgoing(
    JournalEntry entry,
    boolean important,
    List<ExchangeCommand> commands,
    List<Announcement> announcements,
    long submittedAt) {
  /** What is reckoned for the queue's limit beside the payload. */
  private static final long OVERHEAD = 64;

  /** What it takes in the queue, and about what it takes on the disk. */
  public long bytes() {
    return entry.payload().length + OVERHEAD;
  }
}
