/**
 * The calls of the protocol, the same for REST and the WebSocket API.
 *
 * <p>{@link dev.bourse.venue.binance.calls.CallTable} knows them all by both of their names. They
 * run on the venue's thread and answer with trees for {@link
 * dev.bourse.venue.binance.protocol.Json}.
 */
@NullMarked
package dev.bourse.venue.binance.calls;

import org.jspecify.annotations.NullMarked;
