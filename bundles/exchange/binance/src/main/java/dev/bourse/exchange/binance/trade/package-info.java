/**
 * Orders and the account, over the WebSocket API; what cannot be asked there is asked over REST.
 *
 * <p>Commands come on the engine's threads and leave on them. Answers and events come on the
 * socket's threads and are reported from there. What blocks is done by two workers: one keeps the
 * connection, one asks questions.
 */
@NullMarked
package dev.bourse.exchange.binance.trade;

import org.jspecify.annotations.NullMarked;
