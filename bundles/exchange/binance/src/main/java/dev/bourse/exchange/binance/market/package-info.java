/**
 * Market data over WebSocket streams, joined by what REST knows. Called by the adapter; its
 * connections' threads and its worker's call back.
 */
@NullMarked
package dev.bourse.exchange.binance.market;

import org.jspecify.annotations.NullMarked;
