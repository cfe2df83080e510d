package dev.bourse.exchange.binance.rules;

import org.jspecify.annotations.Nullable;

/** One rule of a symbol for orders. Pure function. */
interface Filter {
  /** What the order has against the rule: {@code NAME: key=value ...}; null if it keeps it. */
  @Nullable String problem(Wanted order, Surroundings around);
}
