package dev.bourse.control.shell.trader;

import dev.bourse.api.event.OrderReport;
import dev.bourse.api.model.Conversion;
import dev.bourse.api.model.Fill;
import dev.bourse.api.trace.TraceReader;
import dev.bourse.api.trace.Turn;
import dev.bourse.api.trace.TurnResult;
import dev.bourse.control.shell.text.Display;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Fills as the trace has them; a repeat of the venue counts once. */
final class Fills {
  private Fills() {}

  /**
   * A fill with what its fee was worth.
   *
   * @param fill the fill
   * @param conversion of a fee in a third currency, null for others and where no price was known
   */
  record Booked(Fill fill, @Nullable Conversion conversion) {
    String fee() {
      String charged = Display.money(fill.fee());
      return conversion == null
          ? charged
          : charged + " = " + Display.money(conversion.to()) + " at " + conversion.rate();
    }
  }

  /** The newest fills, oldest first, at most the given number. */
  static List<Booked> newest(TraceReader trace, int count) {
    Map<String, Booked> fills = new LinkedHashMap<>();
    for (Turn turn : trace.tail(count, each -> each.event() instanceof OrderReport.Filled)) {
      if (turn.event() instanceof OrderReport.Filled filled) {
        Fill fill = filled.fill();
        fills.putIfAbsent(
            fill.account() + " " + fill.instrument().id() + " " + fill.fillId(),
            new Booked(fill, conversion(turn, fill)));
      }
    }
    return List.copyOf(fills.values());
  }

  private static @Nullable Conversion conversion(Turn turn, Fill fill) {
    for (TurnResult result : turn.results()) {
      if (result instanceof TurnResult.FeeConverted fee && fee.fillId().equals(fill.fillId())) {
        return fee.conversion();
      }
    }
    return null;
  }
}
