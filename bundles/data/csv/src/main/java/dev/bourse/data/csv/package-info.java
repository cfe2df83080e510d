/**
 * Recorded market data from text files, plain, gzip or zip. Called by whoever runs a backtest or a
 * replay, on the thread of the caller.
 */
@NullMarked
package dev.bourse.data.csv;

import org.jspecify.annotations.NullMarked;
