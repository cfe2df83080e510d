package dev.bourse.persistence.mapdb;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/** One thread of background work per store. */
final class ChoreThread implements Chores {
  private final ExecutorService executor;

  ChoreThread(String store) {
    executor =
        Executors.newSingleThreadExecutor(
            task -> {
              Thread thread = new Thread(task, "bourse-store-" + store);
              thread.setDaemon(true);
              return thread;
            });
  }

  @Override
  public void submit(Runnable chore) {
    try {
      executor.execute(chore);
    } catch (RejectedExecutionException e) {
      // The store is being closed; whatever this was, the next opening does it.
    }
  }

  @Override
  public void close() {
    executor.shutdown();
    boolean interrupted = false;
    boolean ended = false;
    while (!ended) {
      try {
        ended = executor.awaitTermination(1, TimeUnit.MINUTES);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
