package dev.bourse.itests.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryManagerMXBean;
import java.lang.management.OperatingSystemMXBean;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

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
        "Collector: "
            + collectors()
            + ", heap "
            + (Runtime.getRuntime().maxMemory() >> 20)
            + " MiB",
        load());
  }

  /** How busy the machine is; on a busy one latencies say little. */
  static String load() {
    return String.format(
        Locale.ROOT,
        "Load: %.1f",
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }

  private static String collectors() {
    return ManagementFactory.getGarbageCollectorMXBeans().stream()
        .map(MemoryManagerMXBean::getName)
        .collect(Collectors.joining(", "));
  }
}
