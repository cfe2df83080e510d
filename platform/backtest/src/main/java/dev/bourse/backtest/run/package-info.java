/**
 * One run: market data is brought to the simulated venue and the core in lockstep, every turn is
 * written down, and what came out is counted. A run belongs to one thread; only its progress is
 * read by others.
 */
@NullMarked
package dev.bourse.backtest.run;

import org.jspecify.annotations.NullMarked;
