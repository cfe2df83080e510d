package dev.bourse.backtest.sweep;

import dev.bourse.api.backtest.SweepResult.Point;
import dev.bourse.backtest.run.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Works on numbered points, several at a time: each thread takes the next number that nobody took.
 * Where a result stands depends on its number alone.
 */
final class Points {
  private final int size;
  private final Work work;
  private final AtomicReferenceArray<@Nullable Point> results;
  private final List<Progress> progress = new ArrayList<>();
  private final AtomicInteger next = new AtomicInteger();
  private final AtomicInteger finished = new AtomicInteger();
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
  private volatile boolean cancelled;

  /** What is done for a point. */
  interface Work {
    Point of(int number, Progress progress);
  }

  Points(int size, Work work) {
    this.size = size;
    this.work = work;
    this.results = new AtomicReferenceArray<>(size);
    for (int i = 0; i < size; i++) {
      progress.add(new Progress());
    }
  }

  /**
   * All results in the order of their numbers. Throws {@link CancellationException} once cancelled,
   * and what a point threw.
   */
  List<Point> run(int threads, String name) {
    int count = Math.min(threads, size);
    CountDownLatch ended = new CountDownLatch(count);
    for (int i = 1; i <= count; i++) {
      Thread thread =
          new Thread(
              () -> {
                try {
                  takeAll();
                } finally {
                  ended.countDown();
                }
              },
              name + "-" + i);
      thread.setDaemon(true);
      thread.start();
    }
    await(ended);
    return results();
  }

  private void takeAll() {
    for (int i = next.getAndIncrement(); i < size && goesOn(); i = next.getAndIncrement()) {
      try {
        results.set(i, work.of(i, progress.get(i)));
        finished.incrementAndGet();
      } catch (Throwable e) {
        failure.compareAndSet(null, e);
      }
    }
  }

  private boolean goesOn() {
    return !cancelled && failure.get() == null;
  }

  private void await(CountDownLatch ended) {
    boolean interrupted = false;
    while (true) {
      try {
        ended.await();
        break;
      } catch (InterruptedException e) {
        interrupted = true;
        cancel();
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private List<Point> results() {
    Throwable reason = failure.get();
    if (cancelled) {
      throw new CancellationException("the sweep was cancelled");
    } else if (reason instanceof RuntimeException expected) {
      throw expected;
    } else if (reason != null) {
      throw new IllegalStateException("a point of the sweep failed: " + reason, reason);
    }
    List<Point> all = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      Point point = results.get(i);
      if (point != null) {
        all.add(point);
      }
    }
    return all;
  }

  int finished() {
    return finished.get();
  }

  long events() {
    return progress.stream().mapToLong(Progress::events).sum();
  }

  void cancel() {
    cancelled = true;
    progress.forEach(Progress::cancel);
  }
}
