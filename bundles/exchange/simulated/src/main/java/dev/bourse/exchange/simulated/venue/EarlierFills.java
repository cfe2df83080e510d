package dev.bourse.exchange.simulated.venue;

import dev.bourse.api.model.Contingency;
import dev.bourse.api.model.OrderLeg;
import dev.bourse.api.model.OrderLink;
import org.jspecify.annotations.Nullable;

/**
 * What others of its list filled before an order arrived, those included that it replaces: it gives
 * way to that as it would have done here, so that it never sells what they sold. What its sender
 * had taken off already is not taken off again.
 *
 * @param cause the newest of those that filled, or null if none did more than is known to the
 *     sender
 * @param quantityRaw how much of the order is gone, scaled as its quantity; all of it for OCO
 */
record EarlierFills(@Nullable VenueOrder cause, long quantityRaw) {
  private static final EarlierFills NONE = new EarlierFills(null, 0);

  static EarlierFills of(VenueState state, VenueOrder order) {
    OrderLink link = order.link;
    if (link == null || link.contingency() == Contingency.OTO) {
      return NONE;
    }
    VenueOrder cause = null;
    long filled = 0;
    for (VenueOrder other : state.others(order)) {
      if (other.filledRaw > 0) {
        cause = other;
        filled = Math.addExact(filled, other.filledRaw);
      }
    }
    OrderLeg leg = link.leg();
    long known =
        leg == null ? 0 : leg.taken().withDecimals(order.instrument.quantityDecimals()).raw();
    if (cause == null || filled <= known) {
      return NONE;
    }
    boolean all = link.contingency() == Contingency.OCO;
    return new EarlierFills(cause, all ? order.quantityRaw : filled - known);
  }

  /** Whether nothing of the order is left. */
  boolean leaveNothingOf(VenueOrder order) {
    return cause != null && quantityRaw >= order.quantityRaw;
  }
}
