package dev.bourse.core.reconciliation;

import dev.bourse.api.event.OrderReport;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.TraderId;
import dev.bourse.core.ledger.ClientOrderIds;

/** How people hear that another process trades with our name. Pure functions. */
public final class OtherInstance {
  private OtherInstance() {}

  /** A sentence about an order that works at the venue. */
  static String open(TraderId trader, ClientOrderId id) {
    return sentence(trader, id, "is open at the venue");
  }

  /** A sentence about an order that was executed there. */
  static String executed(TraderId trader, ClientOrderId id) {
    return sentence(trader, id, "was filled");
  }

  /**
   * A sentence if what a venue tells of an order that our books do not have proves another
   * instance, else empty. The venue took it, or executed it, and its name is one that we have not
   * given yet; or the venue took it just now, and it is of an earlier start. What ends an order
   * proves nothing: whoever placed it may be gone for long.
   *
   * @param epoch our present start
   * @param nextOrder the number of our next order in it
   */
  public static String told(TraderId trader, long epoch, long nextOrder, OrderReport report) {
    boolean taken = report instanceof OrderReport.Accepted;
    if (!taken && !(report instanceof OrderReport.Filled)) {
      return "";
    }
    ClientOrderId id = report.orderId();
    return ClientOrderIds.read(trader, id)
        .filter(parts -> taken || parts.isAfter(epoch, nextOrder))
        .map(parts -> sentence(trader, id, taken ? "was taken by the venue" : "is being filled"))
        .orElse("");
  }

  private static String sentence(TraderId trader, ClientOrderId id, String what) {
    return "ANOTHER INSTANCE trades as "
        + trader
        + ": order "
        + id
        + " "
        + what
        + " and was not placed by this one";
  }
}
