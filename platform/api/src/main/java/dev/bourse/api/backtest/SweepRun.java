package dev.bourse.api.backtest;

import org.osgi.annotation.versioning.ProviderType;

/**
 * A sweep under way. Any thread. Points that are finished when it is cancelled or killed are kept:
 * the same sweep goes on with the others.
 */
@ProviderType
public interface SweepRun extends BacktestJob<SweepResult> {
  /** How many points there are, those that were left out not counted. */
  int points();

  /** How many have a result by now, {@link #kept} ones included. */
  int finished();

  /** How many had one from a former sweep; grows while the sweep begins. */
  int kept();
}
