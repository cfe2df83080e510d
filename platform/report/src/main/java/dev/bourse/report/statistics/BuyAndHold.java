package dev.bourse.report.statistics;

import dev.bourse.api.event.Bar;
import dev.bourse.api.model.InstrumentId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What buying at the first open and holding to the last close would have returned, without fees.
 */
public final class BuyAndHold {
  private BuyAndHold() {}

  /** The average return over all instruments with bars; not a number without bars. */
  public static double share(List<Bar> bars) {
    Map<InstrumentId, Double> firstOpen = new TreeMap<>();
    Map<InstrumentId, Double> lastClose = new TreeMap<>();
    for (Bar bar : bars) {
      firstOpen.putIfAbsent(bar.instrument().id(), bar.open().toDouble());
      lastClose.put(bar.instrument().id(), bar.close().toDouble());
    }
    return firstOpen.entrySet().stream()
        .filter(entry -> entry.getValue() > 0)
        .mapToDouble(entry -> lastClose.getOrDefault(entry.getKey(), 0.0) / entry.getValue() - 1)
        .average()
        .orElse(Double.NaN);
  }
}
