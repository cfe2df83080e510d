package dev.bourse.exchange.binance.net;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A daemon thread that works. */
public final class WorkerThread implements Worker {
  private static final Logger LOG = LoggerFactory.getLogger(WorkerThread.class);
  private static final long SECOND = 1_000_000_000L;

  private final ScheduledThreadPoolExecutor executor;

  /** A thread with this name. */
  public WorkerThread(String name) {
    executor =
        new ScheduledThreadPoolExecutor(
            1,
            work -> {
              Thread thread = new Thread(work, name);
              thread.setDaemon(true);
              return thread;
            });
    executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    executor.setRemoveOnCancelPolicy(true);
  }

  @Override
  public long now() {
    return time();
  }

  /** The time of this machine, nanoseconds since 1970. */
  public static long time() {
    Instant now = Instant.now();
    return now.getEpochSecond() * SECOND + now.getNano();
  }

  @Override
  public void later(Duration delay, Runnable work) {
    try {
      Future<?> unused =
          executor.schedule(() -> guarded(work), delay.toNanos(), TimeUnit.NANOSECONDS);
    } catch (RejectedExecutionException e) {
      LOG.debug("work is left out: the connection to the venue was closed", e);
    }
  }

  private static void guarded(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      LOG.error("work for the connection to Binance failed: {}", e.getMessage(), e);
    }
  }

  @Override
  public void end() {
    executor.shutdownNow();
  }
}
