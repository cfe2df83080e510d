package dev.bourse.api.backtest;

import java.util.concurrent.CompletableFuture;
import org.osgi.annotation.versioning.ProviderType;

/** A run under way. Any thread. */
@ProviderType
public interface BacktestRun {
  /** The share done, 0 to 1. */
  double progress();

  /** Events applied so far. */
  long events();

  /**
   * Asks the run to end; the result then completes with {@link
   * java.util.concurrent.CancellationException}.
   */
  void cancel();

  /** The result; completes exceptionally with the reason if the run failed. */
  CompletableFuture<BacktestResult> result();
}
