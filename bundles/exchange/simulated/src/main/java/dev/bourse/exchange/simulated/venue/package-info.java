/**
 * The venue itself: books, accounts, matching and memory, without any idea of adapters or OSGi.
 *
 * <p>{@link dev.bourse.exchange.simulated.venue.Venue} is the only door. One thread at a time calls
 * it; it reads no clock and draws no random number, so the same calls give the same reports.
 * Everything it knows is rows of a few tables; a step changes rows, the rows are made durable, and
 * only then is anything reported.
 */
@NullMarked
package dev.bourse.exchange.simulated.venue;

import org.jspecify.annotations.NullMarked;
