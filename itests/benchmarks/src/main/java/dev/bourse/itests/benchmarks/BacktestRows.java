package dev.bourse.itests.benchmarks;

import dev.bourse.api.backtest.BacktestResult;
import dev.bourse.api.backtest.BacktestSpec;
import dev.bourse.api.backtest.SweepResult;
import dev.bourse.api.backtest.SweepResult.Point;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Whole backtests from the store to the written report, and sweeps on one and on two cores. */
final class BacktestRows {
  private static final int QUOTES = 5_000_000;
  private static final int FEW_QUOTES = 500_000;
  private static final int MINUTES = 31 * 24 * 60;
  private static final int LARGE_HEAP = 1_024;
  private static final int[] HEAPS = {24, 32, 40, 48, 64, 96, 128, 192, 256, 512};
  private static final int ROUNDS = 3;
  private static final int SINGLES = 20;
  private static final double MUST = 1.9;
  private static final String SWEEP = "sweep of 200 sets over a month of minutes, ";

  private final Path folder;
  private final Path store;
  private int results;

  BacktestRows(Path folder) throws IOException {
    this.folder = folder;
    this.store = Files.createDirectory(folder.resolve("store"));
  }

  /** All rows. */
  List<Row> measure() throws IOException {
    DrawnStore drawn = new DrawnStore(store);
    drawn.add("quotes", "AAA", QUOTES, each -> new DrawnQuotes(each, QUOTES));
    drawn.add("few", "AAA", FEW_QUOTES, each -> new DrawnQuotes(each, FEW_QUOTES));
    drawn.add("minutes", "AAA", MINUTES, each -> new DrawnBars(each, MINUTES));
    List<Row> rows = new ArrayList<>();
    rows.add(speed(BacktestRuns.QUOTE_CROSS, "quotes", QUOTES));
    rows.add(speed(BacktestRuns.EMA_CROSS, "minutes", MINUTES));
    rows.add(heap(BacktestRuns.QUOTE_CROSS, "few", FEW_QUOTES));
    rows.add(heap(BacktestRuns.QUOTE_CROSS, "quotes", QUOTES));
    rows.add(heap(BacktestRuns.EMA_CROSS, "minutes", MINUTES));
    rows.add(threads());
    rows.add(cores());
    return rows;
  }

  private Row speed(String strategy, String set, int events) {
    BacktestChild.Outcome run = child(LARGE_HEAP, strategy, set);
    return Row.shown(
        name(strategy, events),
        String.format(
            Locale.ROOT,
            "%.1f s, %,.0f events/s, %,d orders, report included",
            run.nanos() / 1e9,
            events / (run.nanos() / 1e9),
            run.orders()));
  }

  private Row heap(String strategy, String set, int events) {
    for (int heap : HEAPS) {
      BacktestChild.Outcome run = child(heap, strategy, set);
      if (run.fits()) {
        return Row.shown(
            name(strategy, events) + ": the smallest heap tried that is enough",
            String.format(Locale.ROOT, "%d MiB for %,d orders", heap, run.orders()));
      }
    }
    throw new IllegalStateException("not even " + HEAPS[HEAPS.length - 1] + " MiB are enough");
  }

  private static String name(String strategy, int events) {
    return String.format(Locale.ROOT, "backtest of %,d events, %s", events, strategy);
  }

  private BacktestChild.Outcome child(int heap, String strategy, String set) {
    return BacktestChild.run(heap, store, nextResults(), strategy, set);
  }

  /** A folder that no run used, so that nothing is taken from an earlier one. */
  private Path nextResults() {
    return folder.resolve("results-" + ++results);
  }

  static BacktestSpec base() {
    return BacktestRuns.spec(BacktestRuns.EMA_CROSS, Map.of(), "minutes");
  }

  /** Two hundred sets. */
  static Map<String, List<String>> grid() {
    Map<String, List<String>> grid = new LinkedHashMap<>();
    grid.put("fast", IntStream.range(5, 25).mapToObj(Integer::toString).toList());
    grid.put("slow", IntStream.range(0, 10).mapToObj(i -> Integer.toString(30 + 5 * i)).toList());
    return grid;
  }

  /** In one process, where a single thread has the other core for compiling and collecting. */
  private Row threads() {
    double[] ratios = new double[ROUNDS];
    String seconds = "";
    for (int i = 0; i <= ROUNDS; i++) {
      Timed one = timed(base(), grid(), 1);
      Timed two = timed(base(), grid(), 2);
      require(one.result().points().equals(two.result().points()), "points of the two sweeps");
      if (i > 0) {
        ratios[i - 1] = one.nanos() / (double) two.nanos();
        seconds = seconds(one.nanos(), two.nanos());
      } else {
        singles(one.result());
      }
    }
    return Row.shown(
        SWEEP + "one thread / two of one process",
        String.format(Locale.ROOT, "%.2f x; ", Stopwatch.median(ratios))
            + seconds
            + ", points equal, "
            + SINGLES
            + " equal to single runs");
  }

  private Row cores() {
    if (!SweepChild.canBind()) {
      return Row.shown(SWEEP + "one core / two", "not measured: taskset is not at hand");
    }
    double[] ratios = new double[ROUNDS];
    String seconds = "";
    for (int i = 0; i < ROUNDS; i++) {
      SweepChild.Outcome one = SweepChild.run(true, store, nextResults());
      SweepChild.Outcome two = SweepChild.run(false, store, nextResults());
      require(one.id().equals(two.id()), "points of the two sweeps");
      ratios[i] = one.nanos() / (double) two.nanos();
      seconds = seconds(one.nanos(), two.nanos());
    }
    return Row.atLeast(SWEEP + "one core / two", MUST, Stopwatch.median(ratios), "x", seconds);
  }

  private static String seconds(long one, long two) {
    return String.format(Locale.ROOT, "%.1f s / %.1f s in the last round", one / 1e9, two / 1e9);
  }

  private record Timed(SweepResult result, long nanos) {}

  private Timed timed(BacktestSpec base, Map<String, List<String>> grid, int parallel) {
    BacktestRuns runs = new BacktestRuns(store, nextResults());
    long begin = System.nanoTime();
    SweepResult result = runs.sweep(base, grid, parallel);
    return new Timed(result, System.nanoTime() - begin);
  }

  /** Some of the points, evenly from the best to the worst, run alone. */
  private void singles(SweepResult sweep) {
    BacktestRuns runs = new BacktestRuns(store, nextResults());
    for (int i = 0; i < SINGLES; i++) {
      Point point = sweep.points().get(i * sweep.points().size() / SINGLES);
      Map<String, String> parameters = new TreeMap<>(point.parameters());
      BacktestResult single =
          runs.run(BacktestRuns.spec(BacktestRuns.EMA_CROSS, parameters, "minutes"));
      require(single.id().equals(point.id()), "id of " + parameters);
      require(single.figures().equals(point.figures()), "figures of " + parameters);
    }
  }

  private static void require(boolean equal, String what) {
    if (!equal) {
      throw new IllegalStateException(what + " differ");
    }
  }
}
