package dev.bourse.engine.loop;

import dev.bourse.api.model.TraderStatus;
import dev.bourse.api.trace.TurnResult;
import dev.bourse.core.decision.TurnRecord;
import java.util.ArrayList;
import java.util.List;

/** What a turn did, for the person who asked for it. */
final class Sentences {
  private Sentences() {}

  /** One or more sentences, never empty. */
  static String of(TurnRecord record, TraderStatus status) {
    List<String> parts = new ArrayList<>();
    int cancels = 0;
    for (TurnResult result : record.results()) {
      if (result instanceof TurnResult.StatusChanged changed) {
        parts.add(
            "now "
                + changed.status()
                + (changed.detail().isEmpty() ? "" : ": " + changed.detail()));
      } else if (result instanceof TurnResult.OrderApproved approved) {
        parts.add("order " + approved.order().id() + " goes out: " + approved.order().spec());
      } else if (result instanceof TurnResult.OrderDenied denied) {
        parts.add("order denied: " + denied.order().reason());
      } else if (result instanceof TurnResult.AmendRequested amend) {
        parts.add("order " + amend.orderId() + " is being changed to " + amend.change());
      } else if (result instanceof TurnResult.AmendDenied denied) {
        parts.add("change of order " + denied.orderId() + " denied: " + denied.reason());
      } else if (result instanceof TurnResult.HeldOrderEnded ended) {
        parts.add("order " + ended.orderId() + ", held here, is " + ended.status());
      } else if (result instanceof TurnResult.HeldOrderChanged changed) {
        parts.add("order " + changed.orderId() + ", held here, changed to " + changed.change());
      } else if (result instanceof TurnResult.CancelRequested) {
        cancels++;
      } else if (result instanceof TurnResult.Noted noted) {
        parts.add(noted.text());
      } else if (result instanceof TurnResult.SignalMoved moved) {
        parts.add(moved.sentence());
      }
    }
    if (cancels > 0) {
      parts.add(cancels + (cancels == 1 ? " cancel goes out" : " cancels go out"));
    }
    return parts.isEmpty() ? "nothing changed: the trader is " + status : String.join("; ", parts);
  }
}
