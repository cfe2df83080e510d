package dev.bourse.data.parquet.job;

import dev.bourse.api.data.DataJob;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A job on its thread. The task tells how far it is; everybody else may look and cancel.
 *
 * @param <T> what comes out of it
 */
public final class Work<T> implements DataJob<T> {
  private final CompletableFuture<T> result = new CompletableFuture<>();
  private final Thread thread;
  private final Runnable afterwards;
  private volatile String doing = "";
  private volatile double progress;
  private volatile long events;
  private volatile boolean cancelled;

  Work(String name, Task<T> task, Runnable afterwards) {
    this.afterwards = afterwards;
    this.thread = new Thread(() -> run(task), name);
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  @Override
  public String doing() {
    return doing;
  }

  @Override
  public double progress() {
    return progress;
  }

  @Override
  public long events() {
    return events;
  }

  @Override
  public void cancel() {
    cancelled = true;
    thread.interrupt();
  }

  @Override
  public CompletableFuture<T> result() {
    return result;
  }

  /** Called by the task: what it does now and how far it is; ends it if somebody cancelled. */
  void at(@Nullable String now, double share) {
    requireWanted();
    doing = now == null ? doing : now;
    progress = share;
  }

  /** Called by the task: events it has read since it was last asked. */
  @SuppressWarnings("NonAtomicVolatileUpdate") // written by the task's thread only
  void read(long more) {
    events += more;
  }

  /** Ends the task if somebody cancelled. */
  void requireWanted() {
    if (cancelled) {
      throw new CancellationException();
    }
  }

  /** Whoever waits for the result finds everything tidied up. */
  private void run(Task<T> task) {
    T outcome;
    try {
      outcome = task.run(this);
    } catch (Exception | LinkageError e) {
      afterwards.run();
      result.completeExceptionally(cancelled ? new CancellationException() : e);
      return;
    }
    progress = 1;
    afterwards.run();
    result.complete(outcome);
  }

  /**
   * What a job does.
   *
   * @param <T> what comes out of it
   */
  interface Task<T> {
    T run(Work<T> work) throws Exception;
  }
}
