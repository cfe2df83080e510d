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

  /**
   * Puts kept results next to each other; throws {@link IllegalArgumentException} with a sentence
   * for fewer than two, for one that is not there, or for one that cannot be read.
   *
   * @param ids their ids or unambiguous beginnings
   */
  BacktestComparison compare(List<String> ids);

  /**
   * The same backtest under harder conditions, each alone and the last one with all of them; throws
   * as {@link #start} does.
   */
  List<StressVariant> stress(BacktestSpec spec);

  /**
   * Starts a sweep. Everything that can be known before is checked before: throws {@link
   * IllegalArgumentException} with one sentence per problem, and nothing runs then. Combinations
   * that the strategy itself refuses are left out and named in the result.
   */
  SweepRun sweep(SweepSpec spec);

  /**
   * Starts a run and shorter ones over the beginning of the same data, and compares their orders;
   * keeps nothing. Throws as {@link #start} does.
   *
   * @param cuts how many shorter runs, 1 to 1000
   */
  BacktestJob<Verification> verify(BacktestSpec spec, int cuts);
}
