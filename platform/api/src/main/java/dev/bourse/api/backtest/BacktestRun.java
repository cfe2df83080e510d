package dev.bourse.api.backtest;

import java.util.concurrent.CompletableFuture;
import org.osgi.annotation.versioning.ProviderType;

/** A run under way. Any thread. */
@ProviderType
public interface BacktestRun extends BacktestJob<BacktestResult> {
  @Override
  double progress();

  @Override
  long events();

  @Override
  void cancel();

  @Override
  CompletableFuture<BacktestResult> result();
}
