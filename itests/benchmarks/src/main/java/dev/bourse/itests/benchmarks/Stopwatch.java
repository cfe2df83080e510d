package dev.bourse.itests.benchmarks;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;

/**
 * What this thread used: processor time and memory. Processor time is that of one core, whatever
 * else runs on the machine; on a quiet machine it is what a clock shows.
 */
final class Stopwatch {
  /**
   * What a piece of work used.
   *
   * @param nanos processor time
   * @param bytes memory allocated
   */
  record Use(long nanos, long bytes) {}

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private Stopwatch() {}

  static Use measure(Runnable work) {
    long bytes = THREADS.getCurrentThreadAllocatedBytes();
    long nanos = THREADS.getCurrentThreadCpuTime();
    work.run();
    long used = THREADS.getCurrentThreadCpuTime() - nanos;
    return new Use(used, THREADS.getCurrentThreadAllocatedBytes() - bytes);
  }

  /** The middle one. */
  static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
