package dev.bourse.exchange.simulated.venue;

import dev.bourse.api.event.Bar;

/**
 * A size at a price.
 *
 * @param buyPrice what who buys pays, scaled
 * @param sellPrice what who sells gets, scaled
 * @param size scaled
 * @param barOpen when the bar that shows it opened, nanoseconds; {@link #NO_BAR} for none
 * @param barLength the bar's length
 */
record Offer(long buyPrice, long sellPrice, long size, long barOpen, long barLength) {
  private static final long NO_BAR = Long.MIN_VALUE;

  static Offer at(long price, long size) {
    return new Offer(price, price, size, NO_BAR, 0);
  }

  static Offer between(long buyPrice, long sellPrice, long size) {
    return new Offer(buyPrice, sellPrice, size, NO_BAR, 0);
  }

  static Offer of(Bar bar, long buyPrice, long sellPrice, long size) {
    long length = bar.interval().nanos();
    return new Offer(buyPrice, sellPrice, size, bar.eventTime() - length, length);
  }

  long price(VenueOrder order) {
    return order.isBuy() ? buyPrice : sellPrice;
  }

  /**
   * Whether an order was there in time. On bars the decision counts, not the arrival, as long as
   * the way is shorter than the bar: an order decided on a close may fill at the next open.
   */
  boolean isFor(VenueOrder order, Book book) {
    if (barOpen == NO_BAR) {
      return true;
    }
    boolean shortWay = order.arrivedAt - order.decidedAt < barLength;
    long since = (shortWay ? order.decidedAt : order.arrivedAt) - book.market.barLag;
    return since <= barOpen;
  }

  /** The same for another price and size. */
  Offer with(long price, long left) {
    return new Offer(price, price, left, barOpen, barLength);
  }

  Offer withSize(long left) {
    return new Offer(buyPrice, sellPrice, left, barOpen, barLength);
  }
}
