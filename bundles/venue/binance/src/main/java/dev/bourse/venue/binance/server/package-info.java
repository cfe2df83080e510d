/**
 * HTTP and WebSockets on one port of the loopback address.
 *
 * <p>One thread, Netty's event loop, reads requests, answers them, and drives the exchange behind
 * them: it is "the venue's thread" of the other packages.
 */
@NullMarked
package dev.bourse.venue.binance.server;

import org.jspecify.annotations.NullMarked;
