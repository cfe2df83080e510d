package dev.bourse.control.shell.trader;

import dev.bourse.api.event.OrderReport;
import dev.bourse.api.model.Fill;
import dev.bourse.api.trace.TraceReader;
import dev.bourse.api.trace.Turn;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Fills as the trace has them; a repeat of the venue counts once. */
final class Fills {
  private Fills() {}

  /** The newest fills, oldest first, at most the given number. */
  static List<Fill> newest(TraceReader trace, int count) {
    Map<String, Fill> fills = new LinkedHashMap<>();
    for (Turn turn : trace.tail(count, each -> each.event() instanceof OrderReport.Filled)) {
      if (turn.event() instanceof OrderReport.Filled filled) {
        Fill fill = filled.fill();
        fills.putIfAbsent(
            fill.account() + " " + fill.instrument().id() + " " + fill.fillId(), fill);
      }
    }
    return List.copyOf(fills.values());
  }
}
