/**
 * How the venue is called with a key: parameters and their signatures, the venue's clock, its
 * limits, what its errors mean, and one connection of its WebSocket API. Used by the package {@code
 * trade}; any thread.
 */
@NullMarked
package dev.bourse.exchange.binance.call;

import org.jspecify.annotations.NullMarked;
