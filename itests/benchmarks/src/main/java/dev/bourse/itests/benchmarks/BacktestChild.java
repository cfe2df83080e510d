package dev.bourse.itests.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.bourse.api.backtest.BacktestResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
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
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.add("-Xmx" + heap + "m");
    command.add("-XX:+ExitOnOutOfMemoryError");
    command.add("-Dorg.slf4j.simpleLogger.defaultLogLevel=error");
    command.add("-classpath");
    command.add(System.getProperty("java.class.path"));
    command.add(BacktestChild.class.getName());
    command.addAll(List.of(store.toString(), results.toString(), strategy, set));
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String said = new String(process.getInputStream().readAllBytes(), UTF_8);
      int exit = process.waitFor();
      int done = said.indexOf("done ");
      if (exit == OUT_OF_MEMORY || said.contains("OutOfMemoryError")) {
        return new Outcome(false, 0, 0);
      }
      if (exit != 0 || done < 0) {
        throw new IllegalStateException("the backtest ended with " + exit + ": " + said);
      }
      String[] words = said.substring(done).trim().split(" ", -1);
      return new Outcome(true, Integer.parseInt(words[1]), Long.parseLong(words[2]));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a backtest ran", e);
    }
  }
}
