package dev.bourse.api.event;

import dev.bourse.api.model.Instrument;

/**
 * All that a venue shows of a book. It replaces what was known, so full books may be conflated.
 * What lies beyond the last level of a side is not known.
 *
 * @param instrument the version that scales the raw numbers
 * @param eventTime the venue's time in nanoseconds
 * @param lastUpdateId the venue's number of the last change that it contains
 * @param bids the bids, in any order
 * @param asks the offers, in any order
 */
public record FullBook(
    Instrument instrument, long eventTime, long lastUpdateId, BookLevels bids, BookLevels asks)
    implements BookEvent {
  @Override
  public FullBook at(long time) {
    return new FullBook(instrument, time, lastUpdateId, bids, asks);
  }
}
