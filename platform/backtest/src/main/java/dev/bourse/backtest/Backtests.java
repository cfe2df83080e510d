package dev.bourse.backtest;

import dev.bourse.api.backtest.BacktestResult;
import dev.bourse.api.backtest.BacktestRun;
import dev.bourse.api.backtest.BacktestService;
import dev.bourse.api.backtest.BacktestSpec;
import dev.bourse.api.backtest.BacktestSummary;
import dev.bourse.api.backtest.ReportWriter;
import dev.bourse.backtest.plan.Plugins;
import dev.bourse.backtest.store.ResultDraft;
import dev.bourse.backtest.store.ResultFolder;
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
    this.reports = reports;
  }

  @Override
  public BacktestRun start(BacktestSpec spec) {
    Backtest backtest = Backtest.of(spec, plugins);
    BacktestThread run = new BacktestThread(backtest.progress(), () -> finish(backtest));
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
}
