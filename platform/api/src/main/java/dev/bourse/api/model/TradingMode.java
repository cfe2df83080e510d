package dev.bourse.api.model;

import java.util.Locale;

/**
 * Where events come from, what moves the clock, where orders go, and what is stored. Nothing else
 * depends on it.
 */
public enum TradingMode {
  /** A venue's events and orders, the wall clock. */
  LIVE,
  /** A venue's market data, the simulated exchange, the wall clock. */
  PAPER,
  /** Recorded data at a chosen speed, the simulated exchange, a virtual clock. */
  REPLAY,
  /** Recorded data as fast as it goes, the simulated exchange, nothing stored but the result. */
  BACKTEST;

  /** Reads {@code live}, {@code paper} or {@code replay}, in any case. */
  public static TradingMode of(String text) {
    for (TradingMode mode : values()) {
      if (mode.toString().equals(text.strip().toLowerCase(Locale.ROOT))) {
        return mode;
      }
    }
    throw new IllegalArgumentException(
        "mode \"" + text + "\" is not known: use paper, replay or live");
  }

  /** In lower case, as in configuration files. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
