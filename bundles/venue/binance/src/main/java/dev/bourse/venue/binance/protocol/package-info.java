/**
 * What every request of the protocol has: parameters, keys and signatures, limits, errors, JSON.
 *
 * <p>The calls and the server use it, on the venue's thread. Nothing here knows a market.
 */
@NullMarked
package dev.bourse.venue.binance.protocol;

import org.jspecify.annotations.NullMarked;
