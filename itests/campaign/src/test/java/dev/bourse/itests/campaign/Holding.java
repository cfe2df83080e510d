package dev.bourse.itests.campaign;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/**
 * What the trader's own orders made it hold, by the venue's executions alone: the user's coins, the
 * second process's orders, and what a store held that is gone are not in it.
 */
final class Holding {
  private final VenueBooks venue;
  private final Map<Long, Boolean> seconds = new HashMap<>();
  private long next;
  private long after = -1;
  private BigDecimal own = BigDecimal.ZERO;
  private BigDecimal others = BigDecimal.ZERO;

  Holding(VenueBooks venue) {
    this.venue = venue;
  }

  /** Counts what was executed since. */
  void follow() {
    for (VenueBooks.Execution each : venue.executions(next)) {
      next = each.number() + 1;
      if (isOwn(each.order())) {
        own = own.add(each.coins());
      } else if (isSeconds(each.order())) {
        others = others.add(each.coins());
      }
    }
  }

  /** Begins anew: what was held is the user's to look after, as nobody else knows of it. */
  void wiped(long lastOrder) {
    follow();
    after = lastOrder;
    own = BigDecimal.ZERO;
  }

  /** Whether an order is the trader's, of its present store. */
  boolean isOwn(long order) {
    return order > after && !isSeconds(order);
  }

  /** Orders of the second process are not cancelled before it is gone, so they have their names. */
  private boolean isSeconds(long order) {
    return seconds.computeIfAbsent(
        order, number -> venue.name(number).startsWith(VenueBooks.SECOND));
  }

  BigDecimal own() {
    return own;
  }

  /** What the second process bought. */
  BigDecimal others() {
    return others;
  }
}
