/**
 * What the venue allows of each symbol: instruments in rising versions, and filters that are
 * applied before an order is sent (filters.md). Read by the adapter's workers, applied on the
 * caller's thread.
 */
@NullMarked
package dev.bourse.exchange.binance.rules;

import org.jspecify.annotations.NullMarked;
