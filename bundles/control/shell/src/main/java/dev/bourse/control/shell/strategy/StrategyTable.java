package dev.bourse.control.shell.strategy;

import dev.bourse.api.trader.TraderSnapshot;
import dev.bourse.api.trader.TraderSnapshot.StrategyView;
import dev.bourse.control.shell.text.Table;
import java.util.List;
import java.util.stream.Collectors;

/** Strategies at work. */
final class StrategyTable {
  private StrategyTable() {}

  static Table of(List<TraderSnapshot> traders) {
    Table table =
        Table.orElse(
                "No strategies at work. One file dev.bourse.strategy-<name>.cfg makes one; the"
                    + " types are below.")
            .words("Trader", "Strategy", "Type", "Version", "Instruments", "Bar", "There")
            .numbers("Asked", "Intents", "Denied")
            .words("Detail");
    for (TraderSnapshot trader : traders) {
      for (StrategyView strategy : trader.strategies()) {
        table.row(
            trader.id(),
            strategy.id(),
            strategy.type(),
            strategy.version(),
            strategy.instruments().stream().map(Object::toString).collect(Collectors.joining(" ")),
            strategy.bar(),
            strategy.bound(),
            strategy.asked(),
            strategy.intents(),
            strategy.denials().values().stream().mapToLong(Long::longValue).sum(),
            strategy.detail());
      }
    }
    return table;
  }
}
