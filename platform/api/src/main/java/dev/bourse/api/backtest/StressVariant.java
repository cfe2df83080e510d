package dev.bourse.api.backtest;

/**
 * A backtest under harder conditions than were asked for: what a result has to survive to be
 * believed.
 *
 * @param name what is harder, such as {@code doubled fees}
 * @param spec what to run
 */
public record StressVariant(String name, BacktestSpec spec) {}
