/**
 * Harder conditions for a backtest. Called by the service on the thread that asks; pure functions
 * of a specification and of what the exchange's parameters are.
 */
@NullMarked
package dev.bourse.backtest.stress;

import org.jspecify.annotations.NullMarked;
