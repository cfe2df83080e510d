/**
 * Where the market data of the venue comes from, if nobody gives it by hand: recorded, or
 * generated.
 *
 * <p>The venue's thread asks a feed for what is due.
 */
@NullMarked
package dev.bourse.venue.binance.feed;

import org.jspecify.annotations.NullMarked;
