/**
 * The adapter for Binance spot. The engine calls it by {@code dev.bourse.api.exchange}; it answers
 * from its own threads.
 */
@NullMarked
package dev.bourse.exchange.binance;

import org.jspecify.annotations.NullMarked;
