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
}
