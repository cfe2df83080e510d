package dev.bourse.control.shell.backtest;

import dev.bourse.api.backtest.BacktestJob;
import dev.bourse.control.shell.service.Refusal;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongConsumer;

/** Waits for a run, tells how far it is, and cancels it when the person at the terminal stops. */
final class Watch {
  private static final long BETWEEN_MILLIS = 200;
  private static final long LAST_WAIT_SECONDS = 5;

  private Watch() {}

  /**
   * The result; refuses with the reason if the run failed. Ctrl-C cancels the run, waits for its
   * end and goes on as an interruption.
   *
   * @param progress takes how many nanoseconds it has been running
   */
  static <T> T until(BacktestJob<T> run, LongConsumer progress) throws InterruptedException {
    long start = System.nanoTime();
    try {
      while (true) {
        try {
          return run.result().get(BETWEEN_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
          long elapsed = System.nanoTime() - start;
          progress.accept(elapsed);
        }
      }
    } catch (CancellationException e) {
      throw new Refusal("The run was cancelled.");
    } catch (ExecutionException e) {
      throw new Refusal("The run failed: " + reason(e));
    } catch (InterruptedException e) {
      run.cancel();
      awaitEnd(run);
      throw e;
    }
  }

  /** How far it is after so many nanoseconds. */
  static String line(BacktestJob<?> run, long elapsed) {
    return Progress.line(run.progress(), run.events(), elapsed);
  }

  private static String reason(ExecutionException failure) {
    Throwable cause = failure.getCause() == null ? failure : failure.getCause();
    return cause.getMessage() == null ? cause.toString() : cause.getMessage();
  }

  private static void awaitEnd(BacktestJob<?> run) throws InterruptedException {
    try {
      run.result().get(LAST_WAIT_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new Refusal("The run was told to end and is still busy; it will not be kept.");
    } catch (ExecutionException | CancellationException e) {
      return;
    }
  }
}
