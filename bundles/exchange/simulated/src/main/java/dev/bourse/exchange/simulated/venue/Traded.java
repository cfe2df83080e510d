package dev.bourse.exchange.simulated.venue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What others traded in the last minutes, minute by minute, for filters that judge by an average
 * price. The present minute counts as one of them.
 */
final class Traded {
  private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);
  private static final int MORE_DECIMALS = 8;

  private final ArrayDeque<Minute> minutes = new ArrayDeque<>();

  /**
   * One minute.
   *
   * @param index its number since 1970
   * @param worth price times size of all trades
   * @param size size of all trades
   */
  record Minute(long index, BigDecimal worth, BigDecimal size) {
    private Minute plus(BigDecimal moreWorth, BigDecimal moreSize) {
      return new Minute(index, worth.add(moreWorth), size.add(moreSize));
    }
  }

  /**
   * Counts a trade.
   *
   * @param kept how much time before the trade is kept
   */
  void add(long time, BigDecimal price, BigDecimal size, Duration kept) {
    long index = Math.floorDiv(time, MINUTE);
    Minute newest = minutes.peekLast();
    Minute present =
        newest != null && newest.index() == index
            ? newest
            : new Minute(index, BigDecimal.ZERO, BigDecimal.ZERO);
    put(present.plus(price.multiply(size), size), kept);
  }

  /** Puts the newest minute in the place of what was known of it. */
  void put(Minute minute, Duration kept) {
    Minute newest = minutes.peekLast();
    if (newest != null && newest.index() >= minute.index()) {
      minutes.removeLast();
    }
    minutes.addLast(minute);
    while (!minutes.isEmpty() && minutes.getFirst().index() <= minute.index() - kept.toMinutes()) {
      minutes.removeFirst();
    }
  }

  /** The newest minute, or null. */
  @Nullable Minute newest() {
    return minutes.peekLast();
  }

  /** All minutes, oldest first. */
  List<Minute> all() {
    return List.copyOf(minutes);
  }

  /** The average price weighted by size, or null if nothing was traded in that time. */
  @Nullable BigDecimal average(long time, Duration of) {
    long from = Math.floorDiv(time, MINUTE) - of.toMinutes();
    BigDecimal worth = BigDecimal.ZERO;
    BigDecimal size = BigDecimal.ZERO;
    for (Minute each : minutes) {
      if (each.index() > from) {
        worth = worth.add(each.worth());
        size = size.add(each.size());
      }
    }
    return size.signum() == 0
        ? null
        : worth.divide(size, worth.scale() + MORE_DECIMALS, RoundingMode.HALF_EVEN);
  }
}
