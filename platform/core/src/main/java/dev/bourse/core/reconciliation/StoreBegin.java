package dev.bourse.core.reconciliation;

import dev.bourse.core.ledger.ClientOrderIds;
import java.util.concurrent.TimeUnit;

/**
 * Where our own records begin: the first start that this store knows. A start before that was
 * either of a store that was lost, or is another process's which was there before us; by their
 * names the orders of both look alike. Immutable.
 *
 * <p><b>Names.</b> The first start of a store has the second of our clock as its number, each one
 * after that the next number. So the numbers of two stores order like the moments at which they
 * began, as long as the clock was not set back and no store was started more often than once a
 * second.
 *
 * <p><b>Times.</b> Who lost the store had stopped before this one began: its orders were taken
 * before that, however late we hear of them. Whoever has an order taken after it lives now. One
 * that was taken before it proves nothing, whoever gave it: a process that lives shows itself with
 * its next order. That is all the time an alarm may come later by this rule.
 *
 * <p><b>Clocks.</b> The venue says when it took an order by its clock, the store began by ours. As
 * long as they differ by less than {@link #CLOCKS}, an order is judged rightly or not at all.
 *
 * @param epoch the number of the first start, {@link Long#MIN_VALUE} if that is not known: then no
 *     order is of a store that was lost
 * @param at when it began, our time in nanoseconds
 */
public record StoreBegin(long epoch, long at) {
  /** A store that does not say where it begins, as those of before do not. */
  public static final StoreBegin UNKNOWN = new StoreBegin(Long.MIN_VALUE, Long.MIN_VALUE);

  /** How much our clock and the venue's may differ, nanoseconds. */
  static final long CLOCKS = TimeUnit.SECONDS.toNanos(5);

  /** What the name of an order and the time at which the venue took it say together. */
  enum Age {
    /** Of a start before this store, and taken before it began. */
    FORMER,
    /** Of a start before this store, and taken so near its beginning that clocks decide. */
    PERHAPS,
    /** Of a start that this store has had or is still to have, or taken after it began. */
    PRESENT
  }

  /** Whether it is known where our records begin. */
  public boolean isKnown() {
    return epoch != Long.MIN_VALUE;
  }

  /**
   * How old an order with our name is that the books do not have.
   *
   * @param takenAt when the venue took it, or a later time; the venue's in nanoseconds, 0 if it
   *     does not say: then the order is not excused
   */
  Age age(ClientOrderIds.Parts name, long takenAt) {
    boolean excusable = isKnown() && name.epoch() < epoch && takenAt > 0;
    if (!excusable || takenAt > at + CLOCKS) {
      return Age.PRESENT;
    }
    return takenAt < at - CLOCKS ? Age.FORMER : Age.PERHAPS;
  }
}
