package dev.bourse.itests.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.util.List;
import java.util.Locale;

/** Where the figures come from. */
final class Machine {
  private Machine() {}

  static List<String> describe() {
    OperatingSystemMXBean system = ManagementFactory.getOperatingSystemMXBean();
    return List.of(
        "Machine: "
            + system.getAvailableProcessors()
            + " processors, "
            + system.getName()
            + " "
            + system.getVersion()
            + " "
            + system.getArch(),
        "Java: " + System.getProperty("java.vm.name") + " " + System.getProperty("java.version"),
        "Heap: " + (Runtime.getRuntime().maxMemory() >> 20) + " MiB",
        String.format(
            Locale.ROOT,
            "Load: %.1f when it began; on a busy machine latencies say little",
            system.getSystemLoadAverage()));
  }
}
