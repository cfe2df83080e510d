package dev.bourse.engine.alert;

import dev.bourse.api.alert.Alert;
import dev.bourse.api.model.TraderId;
import dev.bourse.api.trace.TurnResult;
import java.util.ArrayList;
import java.util.List;

/** The alerts of a turn; the same turn gives the same ids, whenever it is read. */
public final class Alerts {
  private Alerts() {}

  /** One alert per note. */
  public static List<Alert> of(
      TraderId trader, long sequence, long time, List<TurnResult> results) {
    List<Alert> alerts = List.of();
    for (TurnResult result : results) {
      if (result instanceof TurnResult.Noted noted) {
        alerts = alerts.isEmpty() ? new ArrayList<>() : alerts;
        String id = trader + "-" + sequence + (alerts.isEmpty() ? "" : "." + (alerts.size() + 1));
        alerts.add(new Alert(id, time, noted.level(), trader, noted.text()));
      }
    }
    return alerts;
  }

  /** The turn that an alert is about, -1 if its id does not say. */
  public static long sequence(Alert alert) {
    String prefix = alert.trader() + "-";
    String rest = alert.id().startsWith(prefix) ? alert.id().substring(prefix.length()) : "";
    int dot = rest.indexOf('.');
    try {
      return Long.parseLong(dot < 0 ? rest : rest.substring(0, dot));
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  /** An urgent alert whose turn could not be made durable: its id is not that of a turn. */
  public static Alert notDurable(Alert alert, String reason) {
    return new Alert(
        alert.id() + "-lost",
        alert.time(),
        alert.level(),
        alert.trader(),
        alert.text() + " (not in the journal: " + reason + ")");
  }
}
