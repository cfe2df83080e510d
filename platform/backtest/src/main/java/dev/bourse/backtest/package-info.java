/**
 * Backtests: the core driven from recorded data as fast as it goes, and what came out.
 *
 * <p>{@link dev.bourse.backtest.Backtest} is one run for plain Java; {@link
 * dev.bourse.backtest.Backtests} is the service of the API, with a thread per run and results on
 * disk. Market time is the data's: an event reaches venue and trader at its own time plus the data
 * latency ({@code data.latency} among the exchange's parameters, milliseconds, 0 unless given),
 * never earlier than the event before.
 */
@NullMarked
package dev.bourse.backtest;

import org.jspecify.annotations.NullMarked;
