package dev.bourse.core.decision;

import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.trader.TraderSnapshot.StrategyView;
import dev.bourse.core.strategy.StrategyEntry;
import java.util.List;

/** The counts of strategies as people see them. */
public final class StrategyCounts {
  private final Counters counters;

  StrategyCounts(Counters counters) {
    this.counters = counters;
  }

  StrategyView view(StrategyEntry entry, String detail) {
    Counters.Count count = counters.of(entry.id());
    List<InstrumentId> instruments = entry.instruments();
    return new StrategyView(
        entry.id(),
        entry.type(),
        entry.bound() ? entry.version() : "",
        instruments,
        entry.bar(),
        entry.bound(),
        detail,
        count.asked(),
        count.intents(),
        count.denials(),
        count.lastDenial());
  }
}
