package dev.bourse.api.event;

import dev.bourse.api.model.Instrument;

/** Public market data of one instrument. Raw numbers are scaled by {@link #instrument()}. */
public sealed interface MarketEvent extends VenueEvent
    permits Quote, Trade, Bar, BookEvent, DataGap, MarkPrice, FundingRate {
  /** The instrument version that scales the raw numbers. */
  Instrument instrument();

  /** The venue's time in nanoseconds; data only, it drives no timer. */
  long eventTime();

  /** The same at another time; numbers of book updates stay. */
  MarketEvent at(long time);
}
