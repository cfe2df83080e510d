package dev.bourse.control.shell.risk;

import dev.bourse.api.model.TraderStatus;
import dev.bourse.api.trader.TraderSnapshot;
import dev.bourse.api.trader.TraderSnapshot.StrategyView;
import dev.bourse.control.shell.text.Table;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Who may enter, and what was denied. */
final class RiskTable {
  private RiskTable() {}

  static Table of(List<TraderSnapshot> traders) {
    Table table =
        Table.orElse("Nothing is at risk: there are no traders.")
            .words("Trader", "Status", "Entries", "Strategy")
            .numbers("Intents", "Denied")
            .words("Denials", "Last denial", "Detail");
    for (TraderSnapshot trader : traders) {
      if (trader.strategies().isEmpty()) {
        table.row(
            trader.id(), trader.status(), entries(trader), "", 0L, 0L, "", "", trader.detail());
      }
      trader.strategies().forEach(strategy -> row(table, trader, strategy));
    }
    return table;
  }

  private static void row(Table table, TraderSnapshot trader, StrategyView strategy) {
    Map<String, Long> denials = new TreeMap<>(strategy.denials());
    table.row(
        trader.id(),
        trader.status(),
        entries(trader),
        strategy.id(),
        strategy.intents(),
        denials.values().stream().mapToLong(Long::longValue).sum(),
        denials.entrySet().stream()
            .map(entry -> entry.getKey() + " " + entry.getValue())
            .collect(Collectors.joining(", ")),
        strategy.lastDenial(),
        trader.detail());
  }

  private static boolean entries(TraderSnapshot trader) {
    return trader.status() == TraderStatus.RUNNING;
  }
}
