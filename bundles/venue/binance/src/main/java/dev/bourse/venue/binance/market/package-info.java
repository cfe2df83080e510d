/**
 * What the public sees of each market: trades, the best bid and offer, candles, the day so far.
 *
 * <p>The venue's thread fills it from market data and from what accounts trade, and reads it for
 * answers and streams.
 */
@NullMarked
package dev.bourse.venue.binance.market;

import org.jspecify.annotations.NullMarked;
