package dev.bourse.data.parquet.job;

import dev.bourse.api.data.DataException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The jobs under way. Any thread. */
public final class Crew implements AutoCloseable {
  private final Set<Work<?>> working = ConcurrentHashMap.newKeySet();
  private final Set<String> busy = ConcurrentHashMap.newKeySet();

  /** Nobody works yet. */
  public Crew() {}

  /** Starts a job that only reads. */
  <T> Work<T> read(String name, Work.Task<T> task) {
    return start(name, task, () -> {});
  }

  /** Starts a job that writes into a set; throws {@link DataException} if another one does. */
  <T> Work<T> write(String name, String set, Work.Task<T> task) {
    if (!busy.add(set)) {
      throw new DataException(
          "something is being written into data set \"" + set + "\"; wait until it is done");
    }
    return start(name, task, () -> busy.remove(set));
  }

  /** Cancels all jobs. */
  @Override
  public void close() {
    working.forEach(Work::cancel);
  }

  private <T> Work<T> start(String name, Work.Task<T> task, Runnable afterwards) {
    Work<T> work = new Work<>("bourse-data-" + name, task, afterwards);
    working.removeIf(each -> each.result().isDone());
    working.add(work);
    work.start();
    return work;
  }
}
