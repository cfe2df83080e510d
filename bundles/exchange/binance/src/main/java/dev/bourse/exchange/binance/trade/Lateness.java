package dev.bourse.exchange.binance.trade;

import dev.bourse.api.model.ClientOrderId;

/**
 * How much later than it was taken an order left, because it waited here for room. Whoever proves
 * that an order is absent reckons from when it was taken: that the venue did not have it counts
 * only from when it left. Any thread.
 */
final class Lateness {
  private final Recent<Long> late = new Recent<>();

  /** An order left so many nanoseconds after it was taken. */
  void left(ClientOrderId id, long nanos) {
    late.put(id.value(), nanos);
  }

  /** How late it left, nanoseconds; 0 if it left at once. */
  long of(ClientOrderId id) {
    Long nanos = late.get(id.value());
    return nanos == null ? 0 : nanos;
  }
}
