package dev.bourse.backtest;

import dev.bourse.api.backtest.BacktestComparison;
import dev.bourse.api.backtest.BacktestJob;
import dev.bourse.api.backtest.BacktestResult;
import dev.bourse.api.backtest.BacktestRun;
import dev.bourse.api.backtest.BacktestService;
import dev.bourse.api.backtest.BacktestSpec;
import dev.bourse.api.backtest.BacktestSummary;
import dev.bourse.api.backtest.ReportWriter;
import dev.bourse.api.backtest.StressVariant;
import dev.bourse.api.backtest.SweepRun;
import dev.bourse.api.backtest.SweepSpec;
import dev.bourse.api.backtest.Verification;
import dev.bourse.backtest.compare.Comparison;
import dev.bourse.backtest.plan.Plugins;
import dev.bourse.backtest.store.ResultDraft;
import dev.bourse.backtest.store.ResultFolder;
import dev.bourse.backtest.stress.Stress;
import dev.bourse.backtest.sweep.Sweep;
import dev.bourse.backtest.sweep.SweepPlan;
import dev.bourse.backtest.verify.Verifier;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** The backtest service: a daemon thread per run, results in a folder. Any thread. */
public final class Backtests implements BacktestService {
  private final Plugins plugins;
  private final ResultFolder folder;
  private final Path sweeps;
  private final Supplier<Optional<ReportWriter>> reports;
  private final AtomicInteger started = new AtomicInteger();

  /**
   * A service.
   *
   * @param plugins what runs may use
   * @param folder where results are kept
   * @param reports computes statistics and pages, if it is there when a run ends
   */
  public Backtests(Plugins plugins, Path folder, Supplier<Optional<ReportWriter>> reports) {
    this.plugins = plugins;
    this.folder = new ResultFolder(folder);
    this.sweeps = folder.resolve("sweeps");
    this.reports = reports;
  }

  @Override
  public BacktestRun start(BacktestSpec spec) {
    Backtest backtest = Backtest.of(spec, plugins);
    RunThread run = new RunThread(backtest.progress(), () -> finish(backtest));
    run.start("backtest-" + started.incrementAndGet());
    return run;
  }

  private BacktestResult finish(Backtest backtest) {
    try (ResultDraft draft = folder.draft()) {
      BacktestResult bare = backtest.run(draft::trace);
      Optional<ReportWriter> writer = reports.get();
      BacktestResult result = ReportedResult.of(bare, writer);
      draft.write(
          result,
          writer.map(each -> each.tables(result)).orElse(Map.of()),
          writer.map(each -> each.html(result)));
      return result;
    }
  }

  @Override
  public List<BacktestSummary> list() {
    return folder.list();
  }

  @Override
  public Optional<BacktestSummary> find(String id) {
    return folder.find(id);
  }

  @Override
  public BacktestComparison compare(List<String> ids) {
    return Comparison.of(ids, folder);
  }

  @Override
  public List<StressVariant> stress(BacktestSpec spec) {
    return Stress.of(spec, plugins);
  }

  @Override
  public SweepRun sweep(SweepSpec spec) {
    ReportWriter writer =
        reports
            .get()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "a sweep ranks by statistics, and the report bundle that computes them is not"
                            + " installed"));
    SweepPlan plan = SweepPlan.of(spec, plugins, writer.definitions());
    SweepThread run = new SweepThread(new Sweep(plan, plugins, writer, sweeps));
    run.start("sweep-" + started.incrementAndGet());
    return run;
  }

  @Override
  public BacktestJob<Verification> verify(BacktestSpec spec, int cuts) {
    Verifier verifier = Verifier.of(spec, plugins, cuts);
    JobThread<Verification> run = new JobThread<>(verifier, verifier::run);
    run.start("verify-" + started.incrementAndGet());
    return run;
  }
}
