package dev.bourse.engine.alert;

import dev.bourse.api.alert.Alert;
import dev.bourse.api.model.TraderId;
import dev.bourse.api.trace.TurnResult;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The alerts of a turn; the same turn gives the same ids, whenever it is read. */
public final class Alerts {
  private Alerts() {}

  /** One alert per note, and per signal that was opened, closed, cancelled or refused. */
  public static List<Alert> of(
      TraderId trader, long sequence, long time, List<TurnResult> results) {
    List<Alert> alerts = List.of();
    for (TurnResult result : results) {
      TurnResult.Noted note = note(result);
      if (note != null) {
        alerts = alerts.isEmpty() ? new ArrayList<>() : alerts;
        String id = trader + "-" + sequence + (alerts.isEmpty() ? "" : "." + (alerts.size() + 1));
        alerts.add(new Alert(id, time, note.level(), trader, note.text()));
      }
    }
    return alerts;
  }

  private static TurnResult.@Nullable Noted note(TurnResult result) {
    if (result instanceof TurnResult.Noted noted) {
      return noted;
    }
    if (result instanceof TurnResult.SignalMoved moved) {
      return switch (moved.state()) {
        case ACTIVE, CLOSED, CANCELED -> new TurnResult.Noted(Alert.Level.INFO, moved.sentence());
        case REFUSED -> new TurnResult.Noted(Alert.Level.WARNING, moved.sentence());
        case GIVEN, SCHEDULED, OPENING, CLOSING -> null;
      };
    }
    return null;
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
