package dev.bourse.exchange.simulated.venue;

/**
 * At which prices and in which sizes orders fill.
 *
 * @param slippage what an order that takes liquidity pays on top
 * @param worseOfTwoTrades whether an order that takes from trades gets the worse of the last trade
 *     and the next one: a trade alone does not say at which side of the spread it happened
 * @param barFill how bars fill
 * @param barPercent how much of a bar's volume may be filled, 1 to 100
 * @param betterOpen whether a resting order fills at the open of a bar that opened beyond its price
 * @param touchPercent in how many of a hundred cases a price that only touches a resting order
 *     fills it
 * @param seed what decides about touches
 * @param queue whether the place in the queue of a price is followed on quotes and trades
 * @param consumed whether what one order takes is gone for all others
 */
public record FillRules(
    Slippage slippage,
    boolean worseOfTwoTrades,
    BarFill barFill,
    int barPercent,
    boolean betterOpen,
    int touchPercent,
    long seed,
    boolean queue,
    boolean consumed) {
  /**
   * Whether a touch fills an order. The draw depends on the seed, the order and the time of the
   * touch alone, so it is the same however many other orders there are.
   */
  boolean touchFills(VenueOrder order, long time) {
    if (touchPercent <= 0 || touchPercent >= 100) {
      return touchPercent >= 100;
    }
    long hash = mixed(seed);
    hash = mixed(hash ^ order.account.value().hashCode());
    hash = mixed(hash ^ order.id.value().hashCode());
    return Math.floorMod(mixed(hash ^ time), 100) < touchPercent;
  }

  /** What is left of a size after a part was taken. */
  long left(long size, long taken) {
    return consumed ? size - taken : size;
  }

  /** Spreads the bits of a number over all of them (the finalizer of SplitMix64). */
  private static long mixed(long value) {
    long mixed = value + 0x9E3779B97F4A7C15L;
    mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }
}
