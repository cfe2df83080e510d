package dev.bourse.itests.benchmarks;

import dev.bourse.api.backtest.SweepResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A sweep in a process of its own, which may be bound to one processor: a single thread beside idle
 * processors has their help for compiling and collecting. The third of three is measured: after
 * one, the compiler is still at work where two threads got through it in half of the time.
 */
final class SweepChild {
  private static final Path BINDER = Path.of("/usr/bin/taskset");

  private SweepChild() {}

  /**
   * What such a process said.
   *
   * @param id of the sweep, the same for the same points
   * @param nanos how long the last of three took
   */
  record Outcome(String id, long nanos) {}

  /** Whether a process can be bound to one processor here. */
  static boolean canBind() {
    return Files.isExecutable(BINDER);
  }

  /** Arguments: the store, where results go, how many threads. */
  public static void main(String[] arguments) {
    Path results = Path.of(arguments[1]);
    int threads = Integer.parseInt(arguments[2]);
    sweep(arguments[0], results.resolve("first"), threads);
    sweep(arguments[0], results.resolve("second"), threads);
    long begin = System.nanoTime();
    SweepResult result = sweep(arguments[0], results.resolve("third"), threads);
    System.out.println("done " + result.id() + " " + (System.nanoTime() - begin));
    System.exit(0);
  }

  private static SweepResult sweep(String store, Path results, int threads) {
    return new BacktestRuns(Path.of(store), results)
        .sweep(BacktestRows.base(), BacktestRows.grid(), threads);
  }

  /** On one processor with one thread, or on all with two. */
  static Outcome run(boolean bound, Path store, Path results) {
    List<String> before = bound ? List.of(BINDER.toString(), "-c", "0") : List.of();
    String[] words =
        ChildJvm.run(
                before,
                List.of("-Xmx1g", "-XX:+UseParallelGC"),
                SweepChild.class,
                store.toString(),
                results.toString(),
                bound ? "1" : "2")
            .done("the sweep");
    return new Outcome(words[1], Long.parseLong(words[2]));
  }
}
