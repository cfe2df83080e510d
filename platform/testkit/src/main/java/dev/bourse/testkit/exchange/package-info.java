/**
 * The proof that an exchange adapter can be traded with.
 *
 * <p>An adapter's own test extends {@link dev.bourse.testkit.exchange.LiveExchangeKit} and gives it
 * a {@link dev.bourse.testkit.exchange.KitVenue}: a venue that the test can do anything to. The kit
 * calls the adapter from the test's thread as the engine does from its own; the adapter reports
 * from its threads.
 */
@NullMarked
package dev.bourse.testkit.exchange;

import org.jspecify.annotations.NullMarked;
