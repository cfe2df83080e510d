package dev.bourse.itests.benchmarks;

import dev.bourse.api.backtest.BacktestResult;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** One backtest in a process of its own, whose heap is bounded from outside. */
final class BacktestChild {
  /** How {@code -XX:+ExitOnOutOfMemoryError} ends a process. */
  private static final int OUT_OF_MEMORY = 3;

  private BacktestChild() {}

  /**
   * What such a process said.
   *
   * @param fits whether the heap was enough
   * @param orders how many orders there were
   * @param nanos how long the run took
   */
  record Outcome(boolean fits, int orders, long nanos) {}

  /** Arguments: the store, where results go, the strategy, the data set. */
  public static void main(String[] arguments) {
    BacktestRuns runs = new BacktestRuns(Path.of(arguments[0]), Path.of(arguments[1]));
    long begin = System.nanoTime();
    BacktestResult result = runs.run(BacktestRuns.spec(arguments[2], Map.of(), arguments[3]));
    long nanos = System.nanoTime() - begin;
    System.out.println("done " + result.orders().size() + " " + nanos);
    System.exit(0);
  }

  /** Runs it with a heap of so many MiB. */
  static Outcome run(int heap, Path store, Path results, String strategy, String set) {
    ChildJvm.Ended ended =
        ChildJvm.run(
            List.of(),
            List.of("-Xmx" + heap + "m", "-XX:+ExitOnOutOfMemoryError"),
            BacktestChild.class,
            store.toString(),
            results.toString(),
            strategy,
            set);
    if (ended.exit() == OUT_OF_MEMORY || ended.said().contains("OutOfMemoryError")) {
      return new Outcome(false, 0, 0);
    }
    String[] words = ended.done("the backtest");
    return new Outcome(true, Integer.parseInt(words[1]), Long.parseLong(words[2]));
  }
}
