package dev.bourse.backtest.sweep;

import dev.bourse.api.backtest.BacktestResult;
import dev.bourse.api.backtest.BacktestSpec;
import dev.bourse.api.backtest.Figure;
import dev.bourse.api.backtest.ReportWriter;
import dev.bourse.api.backtest.SweepResult;
import dev.bourse.api.backtest.SweepResult.Point;
import dev.bourse.backtest.plan.Planner;
import dev.bourse.backtest.plan.Plugins;
import dev.bourse.backtest.run.Contents;
import dev.bourse.backtest.run.Doing;
import dev.bourse.backtest.run.Progress;
import dev.bourse.backtest.run.RunId;
import dev.bourse.backtest.run.Simulation;
import dev.bourse.backtest.store.ResultTables;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A sweep: reads the data once to know what it is and to share it, looks up what is finished
 * already, runs the rest, ranks. Runs once, on the thread that calls {@link #run}; the rest is for
 * any thread.
 */
public final class Sweep implements Doing {
  private final SweepPlan plan;
  private final Plugins plugins;
  private final ReportWriter writer;
  private final Path folder;
  private final PointStore store;
  private final Progress reading = new Progress();
  private final AtomicInteger kept = new AtomicInteger();
  private volatile @Nullable Points points;
  private volatile long eventsToRun;
  private volatile boolean cancelled;

  /**
   * A sweep.
   *
   * @param plan what to run
   * @param plugins with what
   * @param writer computes the statistics
   * @param folder where finished points and tables of sweeps are kept
   */
  public Sweep(SweepPlan plan, Plugins plugins, ReportWriter writer, Path folder) {
    this.plan = plan;
    this.plugins = plugins;
    this.writer = writer;
    this.folder = folder;
    String edition = RunId.sha256(writer.definitions().toString());
    this.store = new PointStore(folder.resolve("points"), edition);
  }

  /**
   * Runs it. Throws {@link CancellationException} once cancelled; finished points are kept. A point
   * whose run fails has its reason in the result, and is run again next time.
   */
  public SweepResult run() {
    Contents data = Contents.of(plan.first(), reading);
    if (data.events() == 0) {
      throw new IllegalArgumentException(
          "data set \""
              + plan.spec().base().data()
              + "\" has no event of these instruments in this range");
    }
    List<String> ids = new ArrayList<>();
    List<Optional<PointStore.Finished>> known = new ArrayList<>();
    for (Map<String, String> point : plan.points()) {
      BacktestSpec spec = SweepPlan.specOf(plan.spec(), point);
      String id = RunId.of(spec, plan.first().versions(), data.hash());
      ids.add(id);
      known.add(store.find(id));
    }
    kept.set((int) known.stream().filter(Optional::isPresent).count());
    eventsToRun = data.events() * (ids.size() - kept.get());
    Points all =
        new Points(
            ids.size(),
            (number, progress) -> {
              Map<String, String> point = plan.points().get(number);
              String id = ids.get(number);
              return known
                  .get(number)
                  .map(each -> point(id, point, each))
                  .orElseGet(() -> run(id, point, progress, data));
            });
    points = all;
    if (cancelled) {
      all.cancel();
    }
    return Ranking.of(plan, all.run(plan.spec().parallel(), Thread.currentThread().getName()))
        .write(folder);
  }

  private Point run(String id, Map<String, String> point, Progress progress, Contents data) {
    BacktestResult result;
    try {
      BacktestSpec spec = SweepPlan.specOf(plan.spec(), point);
      result = new Simulation(Planner.of(spec, plugins), progress, data).run();
    } catch (CancellationException e) {
      throw e;
    } catch (RuntimeException e) {
      String reason = e.getMessage() == null ? e.toString() : e.getMessage();
      return new Point("", point, List.of(), "", reason);
    }
    List<Figure> figures = writer.figures(result);
    String orders = RunId.sha256(ResultTables.orders(result));
    PointStore.Finished finished = new PointStore.Finished(figures, orders);
    store.keep(id, finished);
    return point(id, point, finished);
  }

  private static Point point(String id, Map<String, String> point, PointStore.Finished finished) {
    return new Point(id, point, finished.figures(), finished.ordersHash(), "");
  }

  /** How many points can run. */
  public int points() {
    return plan.points().size();
  }

  /** How many have a result by now. */
  public int finished() {
    Points all = points;
    return all == null ? 0 : all.finished();
  }

  /** How many had one before. */
  public int kept() {
    return kept.get();
  }

  @Override
  public double share() {
    long all = eventsToRun;
    return all == 0 ? 0 : Math.min(1, events() / (double) all);
  }

  @Override
  public long events() {
    Points all = points;
    return all == null ? 0 : all.events();
  }

  @Override
  public void cancel() {
    cancelled = true;
    reading.cancel();
    Points all = points;
    if (all != null) {
      all.cancel();
    }
  }
}
