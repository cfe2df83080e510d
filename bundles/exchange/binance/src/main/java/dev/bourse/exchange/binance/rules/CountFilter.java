package dev.bourse.exchange.binance.rules;

import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** MAX_NUM_ORDERS and those like it: how many orders may be open. */
record CountFilter(
    String name, Predicate<Wanted> concerns, ToIntFunction<Surroundings.Counts> open, int most)
    implements Filter {
  @Override
  public @Nullable String problem(Wanted order, Surroundings around) {
    if (!order.isNew() || !concerns.test(order)) {
      return null;
    }
    int now = open.applyAsInt(around.counts());
    return now < most ? null : name + ": open=" + now + " max=" + most;
  }
}
