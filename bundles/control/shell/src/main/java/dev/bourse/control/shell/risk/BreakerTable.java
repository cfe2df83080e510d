package dev.bourse.control.shell.risk;

import dev.bourse.api.risk.Breaker;
import dev.bourse.api.trader.Safeguards.BreakerView;
import dev.bourse.api.trader.TraderSnapshot;
import dev.bourse.control.shell.text.Display;
import dev.bourse.control.shell.text.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What would stop traders by itself, and how far it is from that. */
public final class BreakerTable {
  private BreakerTable() {}

  /** The breakers of traders on their accounts. */
  public static Table of(List<TraderSnapshot> traders) {
    Table table =
        Table.orElse(
                "No breaker watches: set loss.limit in a trader's file, or name a risk module of"
                    + " type breakers.")
            .words("Trader", "Breaker", "Account", "State", "Measured from", "Since")
            .numbers("Worth then", "Equity", "Loss", "Limit")
            .words("Action");
    for (TraderSnapshot trader : traders) {
      trader.safeguards().breakers().forEach(each -> row(table, trader, each));
    }
    return table;
  }

  private static void row(Table table, TraderSnapshot trader, BreakerView view) {
    Breaker breaker = view.breaker();
    table.row(
        trader.id(),
        breaker.name(),
        view.account(),
        state(view),
        breaker.mark().word(),
        Display.time(view.since()),
        view.from().map(Display::estimate).orElse(null),
        view.equity().map(Display::estimate).orElse(null),
        loss(view),
        breaker.limit(),
        breaker.flatten() ? "flatten" : "halt");
  }

  private static @Nullable String loss(BreakerView view) {
    return view.loss().map(Display::estimate).orElse(null);
  }

  private static String state(BreakerView view) {
    if (!view.tripped().isEmpty()) {
      return "TRIPPED";
    }
    return view.loss().isPresent() ? "watches" : "cannot know the equity";
  }
}
