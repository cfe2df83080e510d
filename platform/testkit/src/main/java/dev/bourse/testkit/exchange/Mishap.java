package dev.bourse.testkit.exchange;

/** What a venue, or the way to it, does to an adapter when a rule of the kit wants it to. */
public enum Mishap {
  /** All connections end without a word; new ones are taken. */
  CUT,
  /** All connections end, and nobody answers until all is well again. */
  DEAD,
  /** The next new order is done, but the connection ends instead of its answer. */
  LOST_ANSWER,
  /** The connection ends before the venue hears the next new order. */
  LOST_COMMAND,
  /** The next cancel is done, but the connection ends instead of its answer. */
  LOST_CANCEL_ANSWER,
  /** The connection ends before the venue hears the next cancel. */
  LOST_CANCEL,
  /** The next change of an order is done, but the connection ends instead of its answer. */
  LOST_CHANGE_ANSWER,
  /** The connection ends before the venue hears the next change of an order. */
  LOST_CHANGE,
  /** The next new order is done, but the answer is an error that leaves open whether it was. */
  OPEN_ERROR,
  /** The next new order is done at once, but answered only some seconds later. */
  SLOW_ANSWER,
  /** What the venue tells of orders by itself is lost until all is well again. */
  LOST_REPORTS,
  /** What the venue tells of orders by itself comes twice until all is well again. */
  REPEATED_REPORTS,
  /** The next new order is refused because there were too many requests, and not done. */
  LIMIT,
  /** The venue's clock is seven seconds behind until all is well again. */
  WRONG_CLOCK
}
