package dev.bourse.api.backtest;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Runs strategies over recorded data. A service. */
@ProviderType
public interface BacktestService {
  /**
   * Starts a run; throws {@link IllegalArgumentException} with a sentence for a spec that cannot
   * run.
   */
  BacktestRun start(BacktestSpec spec);

  /** Results kept on disk, newest first. */
  List<BacktestSummary> list();

  /** One result by its id or an unambiguous beginning of it. */
  Optional<BacktestSummary> find(String id);
}
