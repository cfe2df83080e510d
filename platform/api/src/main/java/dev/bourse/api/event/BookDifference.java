package dev.bourse.api.event;

import dev.bourse.api.model.Instrument;

/**
 * The levels of a book that changed, with their new sizes; a size of zero takes a level away.
 * Differences follow each other without a hole: one that begins later than the last known update
 * plus one shows that something between was lost.
 *
 * @param instrument the version that scales the raw numbers
 * @param eventTime the venue's time in nanoseconds
 * @param firstUpdateId the venue's number of the first change in it; of a venue that names the
 *     difference before instead, the last number of that one plus one
 * @param lastUpdateId the venue's number of the last change in it
 * @param bids the bids that changed, in any order
 * @param asks the offers that changed, in any order
 */
public record BookDifference(
    Instrument instrument,
    long eventTime,
    long firstUpdateId,
    long lastUpdateId,
    BookLevels bids,
    BookLevels asks)
    implements BookEvent {
  /** Checks that the numbers are in order. */
  public BookDifference {
    if (firstUpdateId > lastUpdateId) {
      throw new IllegalArgumentException(
          instrument.id()
              + ": a book difference from update "
              + firstUpdateId
              + " to "
              + lastUpdateId
              + " ends before it begins");
    }
  }

  @Override
  public BookDifference at(long time) {
    return new BookDifference(instrument, time, firstUpdateId, lastUpdateId, bids, asks);
  }
}
