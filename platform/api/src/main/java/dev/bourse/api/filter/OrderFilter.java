package dev.bourse.api.filter;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ConsumerType;

/** One rule of an instrument for orders. Pure function. */
@ConsumerType
public interface OrderFilter {
  /**
   * What the order has against the rule: {@code NAME: key=value ...}; null if it keeps it.
   *
   * @param order the order in the venue's words
   * @param around the account and the market at that moment
   */
  @Nullable String problem(Wanted order, Surroundings around);

  /** Of how much time before now the rule wants to know the trades; zero for none. */
  default Duration looksBack() {
    return Duration.ZERO;
  }
}
