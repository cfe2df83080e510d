package dev.bourse.itests.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;

/** The heap after everything that can go went. */
final class Memory {
  private static final MemoryMXBean MEMORY = ManagementFactory.getMemoryMXBean();

  private Memory() {}

  static long used() {
    for (int i = 0; i < 3; i++) {
      MEMORY.gc();
    }
    return MEMORY.getHeapMemoryUsage().getUsed();
  }
}
