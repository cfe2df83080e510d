/**
 * Kept results next to each other, from their files alone. Called by the service on the thread of
 * its caller.
 */
@NullMarked
package dev.bourse.backtest.compare;

import org.jspecify.annotations.NullMarked;
