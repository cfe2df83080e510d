/**
 * Backtests: drives the core from recorded data as fast as it goes, and counts what came out.
 * Reached through the backtest service of the API; every run has threads of its own.
 */
@NullMarked
package dev.bourse.backtest;

import org.jspecify.annotations.NullMarked;
