package dev.bourse.api.strategy;

/**
 * Either style of strategy: one that places orders itself, or one that gives signals whose life the
 * platform runs. What a {@link StrategyFactory} makes.
 */
public sealed interface TradingStrategy permits Strategy, SignalStrategy {}
