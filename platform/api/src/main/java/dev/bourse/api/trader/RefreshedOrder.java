package dev.bourse.api.trader;

import dev.bourse.api.event.OrderReport;
import dev.bourse.api.model.Order;
import org.jspecify.annotations.Nullable;

/**
 * An order about which its venue was asked.
 *
 * @param order what the books say of it, the answer included
 * @param problem why that is not what the venue says, a sentence; empty if it is
 */
public record RefreshedOrder(Order order, String problem) {
  /**
   * The order behind a report of its venue.
   *
   * @param report what was heard, null if nothing was
   */
  public static RefreshedOrder of(Order order, @Nullable OrderReport report) {
    if (report == null) {
      return new RefreshedOrder(order, "the venue did not answer in time");
    } else if (report instanceof OrderReport.NotFound) {
      return new RefreshedOrder(order, "the venue finds no such order");
    } else if (report instanceof OrderReport.AnswerLost lost) {
      return new RefreshedOrder(order, "the venue did not answer: " + lost.reason());
    }
    return new RefreshedOrder(order, "");
  }
}
