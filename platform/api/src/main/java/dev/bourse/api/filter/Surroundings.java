package dev.bourse.api.filter;

import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ConsumerType;

/** What some filters look at besides the order: the account and the market of its symbol. */
@ConsumerType
public interface Surroundings {
  /** How many orders are open of its symbol. */
  Counts counts();

  /** How many orders are open of all symbols. */
  Counts everywhere();

  /**
   * How much of the base there is, locked or not, with what open buys may still bring; null if that
   * is not known.
   */
  @Nullable BigDecimal position();

  /**
   * Between which prices others traded in the last time; null if not all of it was followed, or if
   * the venue may judge by another price. Every average of that time lies between.
   */
  @Nullable Range traded(Duration time);

  /**
   * Open orders.
   *
   * @param all all of them
   * @param algo those with a trigger
   * @param iceberg those of which others see a part
   * @param lists order lists of which at least two orders are open: of others it is not known
   *     whether the venue still counts them
   */
  record Counts(int all, int algo, int iceberg, int lists) {}

  /**
   * Two prices.
   *
   * @param low the lower one
   * @param high the higher one
   */
  record Range(BigDecimal low, BigDecimal high) {}
}
