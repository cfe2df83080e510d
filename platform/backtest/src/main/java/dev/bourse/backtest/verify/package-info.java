/**
 * Looks for decisions that knew the future: the same run over data that ends earlier must decide
 * the same up to there. Called by the service on a thread of its own; keeps nothing.
 */
@NullMarked
package dev.bourse.backtest.verify;

import org.jspecify.annotations.NullMarked;
