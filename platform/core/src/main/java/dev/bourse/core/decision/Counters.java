package dev.bourse.core.decision;

import dev.bourse.api.model.StrategyId;
import dev.bourse.api.risk.RiskDecision;
import java.util.Map;
import java.util.TreeMap;

/**
 * How often strategies were asked, wanted and were denied since this process began; for people, not
 * part of the state.
 */
final class Counters {
  /** The counts of one strategy. */
  static final class Count {
    private long asked;
    private long intents;
    private final Map<String, Long> denials = new TreeMap<>();
    private String lastDenial = "";

    long asked() {
      return asked;
    }

    long intents() {
      return intents;
    }

    Map<String, Long> denials() {
      return new TreeMap<>(denials);
    }

    String lastDenial() {
      return lastDenial;
    }

    void ask() {
      asked++;
    }
  }

  private final Map<StrategyId, Count> counts = new TreeMap<>();

  Count of(StrategyId id) {
    return counts.computeIfAbsent(id, each -> new Count());
  }

  void intent(StrategyId id) {
    of(id).intents++;
  }

  void denial(StrategyId id, RiskDecision.Denied denial) {
    Count count = of(id);
    count.denials.merge(denial.code().value(), 1L, Long::sum);
    count.lastDenial = denial.toString();
  }
}
