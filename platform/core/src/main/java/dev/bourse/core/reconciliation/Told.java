package dev.bourse.core.reconciliation;

import dev.bourse.api.event.OrderReport;
import dev.bourse.api.model.Fill;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.Side;
import org.jspecify.annotations.Nullable;

/** Orders and executions as people read them. */
final class Told {
  private Told() {}

  static String of(Order order) {
    return order.status() + ", filled " + order.filled() + (order.unknown() ? ", unknown" : "");
  }

  static String of(OrderReport.Status status, @Nullable OrderSpec spec) {
    String what = spec == null ? "" : spec + ", ";
    return what + status.status() + ", filled " + status.filled();
  }

  static String of(Fill fill) {
    String side = fill.side() == Side.BUY ? "BUY " : "SELL ";
    return side + fill.quantity() + " at " + fill.price() + ", fee " + fill.fee();
  }
}
