package dev.bourse.exchange.binance.rules;

import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What some filters look at besides the order: the account and the market of its symbol. */
public interface Surroundings {
  /** How many orders are open there, all, those with a trigger, and icebergs. */
  Counts counts();

  /**
   * How much of the base there is, locked or not, with what open buys may still bring; null if that
   * is not known.
   */
  @Nullable BigDecimal position();

  /**
   * Between which prices others traded in the last time; null if not all of it was followed. Every
   * average of that time lies between.
   */
  @Nullable Range traded(Duration time);

  /**
   * Open orders of a symbol.
   *
   * @param all all of them
   * @param algo those with a trigger
   * @param iceberg those of which others see a part
   */
  record Counts(int all, int algo, int iceberg) {}

  /**
   * Two prices.
   *
   * @param low the lower one
   * @param high the higher one
   */
  record Range(BigDecimal low, BigDecimal high) {}
}
