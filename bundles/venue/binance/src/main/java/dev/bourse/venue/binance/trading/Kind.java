package dev.bourse.venue.binance.trading;

import dev.bourse.api.model.OrderType;

/** The protocol's kinds of order. */
public enum Kind {
  /** At once. */
  MARKET(OrderType.MARKET, false),
  /** At its price or better. */
  LIMIT(OrderType.LIMIT, true),
  /** At its price, never taking. */
  LIMIT_MAKER(OrderType.LIMIT, true),
  /** A market order once the price went against us. */
  STOP_LOSS(OrderType.STOP_MARKET, false),
  /** A limit order once the price went against us. */
  STOP_LOSS_LIMIT(OrderType.STOP_LIMIT, true),
  /** A market order once the price came to us. */
  TAKE_PROFIT(OrderType.MARKET_IF_TOUCHED, false),
  /** A limit order once the price came to us. */
  TAKE_PROFIT_LIMIT(OrderType.LIMIT_IF_TOUCHED, true);

  private final OrderType type;
  private final boolean priced;

  Kind(OrderType type, boolean priced) {
    this.type = type;
    this.priced = priced;
  }

  OrderType type() {
    return type;
  }

  /** Whether it has a limit. */
  public boolean isPriced() {
    return priced;
  }

  /** Whether it waits for a price. */
  public boolean isConditional() {
    return type.isConditional();
  }

  /** Whether it says how long it lives. */
  public boolean hasLife() {
    return priced && this != LIMIT_MAKER;
  }

  /** Whether it waits for a price that is worse than now. */
  public boolean isStop() {
    return this == STOP_LOSS || this == STOP_LOSS_LIMIT;
  }

  /** Whether an answer tells all without being asked to. */
  public boolean tellsAll() {
    return this == MARKET || this == LIMIT;
  }
}
