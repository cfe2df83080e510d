package dev.bourse.control.shell;

import dev.bourse.api.backtest.BacktestComparison;
import dev.bourse.api.backtest.BacktestJob;
import dev.bourse.api.backtest.BacktestRun;
import dev.bourse.api.backtest.BacktestService;
import dev.bourse.api.backtest.BacktestSpec;
import dev.bourse.api.backtest.BacktestSummary;
import dev.bourse.api.backtest.StressVariant;
import dev.bourse.api.backtest.SweepResult;
import dev.bourse.api.backtest.SweepRun;
import dev.bourse.api.backtest.SweepSpec;
import dev.bourse.api.backtest.Verification;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Answers with what was laid out; what was not laid out goes on for ever. */
final class FakeBacktests implements BacktestService {
  final List<SweepSpec> sweeps = new ArrayList<>();
  final List<BacktestSpec> verified = new ArrayList<>();
  final List<List<String>> compared = new ArrayList<>();
  @Nullable BacktestComparison comparison;
  @Nullable SweepResult sweep;
  @Nullable Verification verification;
  boolean cancelled;
  int cuts;

  @Override
  public BacktestComparison compare(List<String> ids) {
    compared.add(ids);
    if (comparison == null) {
      throw new IllegalArgumentException("no single result begins with \"" + ids.get(1) + "\"");
    }
    return comparison;
  }

  @Override
  public SweepRun sweep(SweepSpec spec) {
    sweeps.add(spec);
    return new Sweeping(result(sweep));
  }

  @Override
  public BacktestJob<Verification> verify(BacktestSpec spec, int cutsWanted) {
    verified.add(spec);
    cuts = cutsWanted;
    return new Job<>(result(verification));
  }

  private static <T> CompletableFuture<T> result(@Nullable T value) {
    return value == null ? new CompletableFuture<>() : CompletableFuture.completedFuture(value);
  }

  @Override
  public List<StressVariant> stress(BacktestSpec spec) {
    throw new UnsupportedOperationException("nothing is stressed here");
  }

  @Override
  public BacktestRun start(BacktestSpec spec) {
    throw new UnsupportedOperationException("no single run is asked for here");
  }

  @Override
  public List<BacktestSummary> list() {
    return List.of();
  }

  @Override
  public Optional<BacktestSummary> find(String id) {
    return Optional.empty();
  }

  private class Job<T> implements BacktestJob<T> {
    private final CompletableFuture<T> result;

    Job(CompletableFuture<T> result) {
      this.result = result;
    }

    @Override
    public double progress() {
      return 0.25;
    }

    @Override
    public long events() {
      return 5_000;
    }

    @Override
    public void cancel() {
      cancelled = true;
      result.cancel(false);
    }

    @Override
    public CompletableFuture<T> result() {
      return result;
    }
  }

  private final class Sweeping extends Job<SweepResult> implements SweepRun {
    Sweeping(CompletableFuture<SweepResult> result) {
      super(result);
    }

    @Override
    public int points() {
      return 12;
    }

    @Override
    public int finished() {
      return 3;
    }

    @Override
    public int kept() {
      return 1;
    }
  }
}
