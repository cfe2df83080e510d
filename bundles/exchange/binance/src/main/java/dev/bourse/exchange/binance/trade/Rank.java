package dev.bourse.exchange.binance.trade;

import dev.bourse.api.model.Order;

/** Which commands leave first where not all can leave at once. */
enum Rank {
  /** Takes exposure away, or makes room for what does. */
  CANCEL,
  /** Reduces a position, or protects it. */
  EXIT,
  /** May add exposure. */
  ENTRY;

  /** The rank of a new order. */
  static Rank of(Order order) {
    return order.entry() ? ENTRY : EXIT;
  }
}
