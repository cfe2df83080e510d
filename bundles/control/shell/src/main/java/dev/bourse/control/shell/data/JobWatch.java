package dev.bourse.control.shell.data;

import dev.bourse.api.data.DataException;
import dev.bourse.api.data.DataJob;
import dev.bourse.control.shell.backtest.Progress;
import dev.bourse.control.shell.service.Refusal;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Waits for a job, tells how far it is, and cancels it when the person at the terminal stops. */
final class JobWatch {
  private static final long BETWEEN_MILLIS = 200;
  private static final long LAST_WAIT_SECONDS = 30;

  private JobWatch() {}

  /** Starts a job; what cannot be done at all is refused. */
  static <T> DataJob<T> start(Supplier<DataJob<T>> job) {
    try {
      return job.get();
    } catch (DataException e) {
      throw new Refusal(String.valueOf(e.getMessage()));
    }
  }

  /**
   * What came out of a job; refuses with the reason if it failed. Ctrl-C cancels it, waits for its
   * end and goes on as an interruption.
   */
  static <T> T until(DataJob<T> job, Consumer<String> progress) throws InterruptedException {
    long start = System.nanoTime();
    try {
      while (true) {
        try {
          return job.result().get(BETWEEN_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
          long elapsed = System.nanoTime() - start;
          String line = Progress.line(job.progress(), job.events(), elapsed);
          progress.accept((line + "  " + job.doing()).stripTrailing());
        }
      }
    } catch (CancellationException e) {
      throw new Refusal("It was cancelled; what was stored whole by then stays.");
    } catch (ExecutionException e) {
      throw new Refusal(reason(e));
    } catch (InterruptedException e) {
      job.cancel();
      awaitEnd(job);
      throw e;
    }
  }

  private static String reason(ExecutionException failure) {
    Throwable cause = failure.getCause() == null ? failure : failure.getCause();
    return cause.getMessage() == null ? cause.toString() : cause.getMessage();
  }

  private static void awaitEnd(DataJob<?> job) throws InterruptedException {
    try {
      job.result().get(LAST_WAIT_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new Refusal("It was told to end and is still busy.");
    } catch (ExecutionException | CancellationException e) {
      return;
    }
  }
}
