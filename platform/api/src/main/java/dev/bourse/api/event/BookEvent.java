package dev.bourse.api.event;

/** A book of orders by price levels, whole or what changed of it. */
public sealed interface BookEvent extends MarketEvent permits FullBook, BookDifference {
  /** The bids of this event, in any order. */
  BookLevels bids();

  /** The offers of this event, in any order. */
  BookLevels asks();

  /**
   * The venue's number of the last change that this event contains. It rises; where a venue's
   * numbers begin anew, a {@link DataGap} comes before them.
   */
  long lastUpdateId();

  @Override
  BookEvent at(long time);
}
