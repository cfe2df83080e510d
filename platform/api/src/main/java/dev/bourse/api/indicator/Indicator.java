package dev.bourse.api.indicator;

import dev.bourse.api.state.Kept;

/**
 * A streaming value. An indicator that a strategy keeps is shown with its value in the explanation
 * of every order. The set is closed, because the platform reads it while it decides.
 */
public sealed interface Indicator extends Kept permits Atr, Ema, Rsi, Sma {
  /** Whether it took enough values to have one of its own. */
  boolean ready();

  /** The value; not a number until {@link #ready()}. */
  double value();
}
