package dev.bourse.exchange.simulated.venue;

/** How a trailing order comes to trail. The names of the constants are part of what is stored. */
enum Activation {
  /** It trails, or never has to. */
  DONE,
  /** It waits for its activation price; the first price says from which side. */
  OPEN,
  /** The price has to rise to the activation price. */
  FROM_BELOW,
  /** The price has to fall to the activation price. */
  FROM_ABOVE
}
