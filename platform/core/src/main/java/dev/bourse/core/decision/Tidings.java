package dev.bourse.core.decision;

import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.trace.TurnResult;
import org.jspecify.annotations.Nullable;

/**
 * Of which order a result that no strategy asked for is to be told to its owner: the same live and
 * in the rehearsal.
 */
final class Tidings {
  private Tidings() {}

  /** The order, or null for none. */
  static @Nullable ClientOrderId of(TurnResult result) {
    if (result instanceof TurnResult.OrderReleased released) {
      return released.orderId();
    } else if (result instanceof TurnResult.HeldOrderEnded ended) {
      return ended.orderId();
    } else if (result instanceof TurnResult.LegActivated activated) {
      return activated.orderId();
    } else if (result instanceof TurnResult.OrderApproved approved) {
      return approved.order().id();
    } else if (result instanceof TurnResult.OrderDenied denied) {
      return denied.order().id();
    }
    return null;
  }
}
