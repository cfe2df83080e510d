package dev.bourse.exchange.simulated.venue;

import java.util.List;

/**
 * The place of resting orders in the queue of their price, as far as books, or quotes with sizes,
 * show it. What is ahead shrinks by what trades there, and is never more than what is quoted.
 */
final class Queue {
  private Queue() {}

  /** An order comes to rest. */
  static void join(VenueOrder order, MarketState market) {
    order.queueRaw = ahead(order, market);
  }

  /** A new quote, or a change of the book. */
  static void quoted(Book book, Step step) {
    quoted(book.bids, book.market, step);
    quoted(book.asks, book.market, step);
  }

  private static void quoted(List<VenueOrder> side, MarketState market, Step step) {
    for (VenueOrder order : side) {
      long ahead = ahead(order, market);
      boolean shorter = order.queueRaw < 0 || ahead < order.queueRaw;
      if (ahead >= 0 && shorter) {
        order.queueRaw = ahead;
        step.note(order);
      }
    }
  }

  /** Somebody traded at an order's price: what of that is for the order. */
  static long traded(VenueOrder order, long sizeRaw, Step step) {
    long ahead = order.queueRaw;
    if (ahead == 0) {
      return sizeRaw;
    }
    order.queueRaw = Math.max(0, ahead - sizeRaw);
    step.note(order);
    return Math.max(0, sizeRaw - ahead);
  }

  /** What the quote shows ahead of an order; -1 behind the best price, where nothing is known. */
  private static long ahead(VenueOrder order, MarketState market) {
    Depth depth = market.depth();
    if (depth != null) {
      return depth.ahead(order);
    }
    long best = order.isBuy() ? market.bidRaw : market.askRaw;
    if (best == 0) {
      return -1;
    }
    long better = order.isBuy() ? order.priceRaw - best : best - order.priceRaw;
    if (better > 0) {
      return 0;
    }
    long size = order.isBuy() ? market.bidSizeRaw : market.askSizeRaw;
    return better == 0 ? size : -1;
  }
}
