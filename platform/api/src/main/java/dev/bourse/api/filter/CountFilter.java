package dev.bourse.api.filter;

import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * MAX_NUM_ORDERS, EXCHANGE_MAX_NUM_ORDERS and those like them: how many orders or order lists may
 * be open. The end of one of them may be on its way to us, so only entries are stopped.
 */
record CountFilter(
    String name, Predicate<Wanted> concerns, ToIntFunction<Surroundings> open, int most)
    implements OrderFilter {
  @Override
  public @Nullable String problem(Wanted order, Surroundings around) {
    if (!order.isEntry() || !concerns.test(order)) {
      return null;
    }
    int now = open.applyAsInt(around);
    return now < most ? null : name + ": open=" + now + " max=" + most;
  }
}
