package dev.bourse.control.shell.trace;

import dev.bourse.api.event.OrderReport;
import dev.bourse.api.model.Fill;
import dev.bourse.api.model.Liquidity;
import dev.bourse.control.shell.text.Display;

/** What a venue says about an order, or its adapter of one that never left, in words. */
final class ReportText {
  private ReportText() {}

  static String of(OrderReport report) {
    return verb(report) + " " + report.orderId() + details(report);
  }

  private static String verb(OrderReport report) {
    if (report instanceof OrderReport.CancelRejected) {
      return "cancel rejected";
    } else if (report instanceof OrderReport.UpdateRejected) {
      return "change rejected";
    } else if (report instanceof OrderReport.AnswerLost) {
      return "answer lost";
    } else if (report instanceof OrderReport.NotFound) {
      return "not found";
    } else if (report instanceof OrderReport.Denied) {
      return "denied before it left";
    }
    return report.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT);
  }

  private static String details(OrderReport report) {
    if (report instanceof OrderReport.Accepted accepted) {
      return " (venue's id " + accepted.venueOrderId() + ")";
    } else if (report instanceof OrderReport.Filled filled) {
      return ": " + fill(filled.fill());
    } else if (report instanceof OrderReport.Made made) {
      return " by the venue itself, " + Display.word(made.cause()) + ": " + made.reason();
    } else if (report instanceof OrderReport.Rejected rejected) {
      return ": " + rejected.reason();
    } else if (report instanceof OrderReport.Denied denied) {
      return ": " + denied.reason();
    } else if (report instanceof OrderReport.Canceled canceled) {
      return ": " + canceled.reason();
    } else if (report instanceof OrderReport.Expired expired) {
      return ": " + expired.reason();
    } else if (report instanceof OrderReport.CancelRejected rejected) {
      return ": " + rejected.reason();
    } else if (report instanceof OrderReport.UpdateRejected rejected) {
      return ": " + rejected.reason();
    } else if (report instanceof OrderReport.Updated updated) {
      return ": " + updated.change();
    } else if (report instanceof OrderReport.AnswerLost lost) {
      return ": " + lost.reason();
    } else if (report instanceof OrderReport.Status status) {
      return ": "
          + status.status()
          + ", filled "
          + Display.quantity(status.filled())
          + (status.reason().isEmpty() ? "" : ", " + status.reason());
    }
    return "";
  }

  /** {@code 0.01 at 805.10, fee 0.02 USD, taker (f1)}. */
  static String fill(Fill fill) {
    return Display.quantity(fill.quantity())
        + " at "
        + Display.price(fill.price())
        + ", fee "
        + Display.money(fill.fee())
        + (fill.liquidity() == Liquidity.UNKNOWN ? "" : ", " + Display.word(fill.liquidity()))
        + (fill.provisional() ? ", provisional" : "")
        + " ("
        + fill.fillId()
        + ")";
  }
}
