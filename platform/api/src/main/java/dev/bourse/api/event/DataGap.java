package dev.bourse.api.event;

import dev.bourse.api.model.Instrument;

/**
 * Market data of this instrument was lost here: the bar that contains it is incomplete, a book must
 * be fetched again.
 *
 * @param instrument the instrument
 * @param eventTime where the gap ends, the venue's time in nanoseconds
 * @param lost how many events are known to be missing, 0 if unknown
 * @param reason a sentence
 */
public record DataGap(Instrument instrument, long eventTime, long lost, String reason)
    implements MarketEvent {
  @Override
  public DataGap at(long time) {
    return new DataGap(instrument, time, lost, reason);
  }
}
