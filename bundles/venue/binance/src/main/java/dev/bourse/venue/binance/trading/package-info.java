/**
 * The accounts and their orders, in the words of the protocol.
 *
 * <p>{@link dev.bourse.venue.binance.trading.Floor} opens the accounts at a simulated exchange and
 * drives it, on the venue's thread. What the exchange reports becomes orders, fills and events of
 * the protocol here; no order is matched here.
 */
@NullMarked
package dev.bourse.venue.binance.trading;

import org.jspecify.annotations.NullMarked;
