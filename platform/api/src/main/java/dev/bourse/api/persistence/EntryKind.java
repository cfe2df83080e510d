package dev.bourse.api.persistence;

/**
 * The class of a journal record; it decides retention and what may use the reserve of a full disk.
 */
public enum EntryKind {
  /** Market data without consequence; the first to be dropped when room runs out. */
  MARKET,
  /** Orders, fills, accounts, timers, control: kept. */
  TRADE,
  /** As {@link #TRADE}, and allowed to use the reserve: cancels, reducing orders, venue events. */
  RESERVE
}
