package dev.bourse.api.backtest;

import java.util.concurrent.CompletableFuture;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Work under way on threads of its own. Any thread.
 *
 * @param <T> what comes out
 */
@ProviderType
public interface BacktestJob<T> {
  /** The share done, 0 to 1. */
  double progress();

  /** Events applied so far. */
  long events();

  /**
   * Asks the work to end; the result then completes with {@link
   * java.util.concurrent.CancellationException}.
   */
  void cancel();

  /** The result; completes exceptionally with the reason if the work failed. */
  CompletableFuture<T> result();
}
