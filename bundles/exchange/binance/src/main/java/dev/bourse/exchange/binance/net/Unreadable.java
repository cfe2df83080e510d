package dev.bourse.exchange.binance.net;

import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts what the venue said and nobody could read, and logs the first, the tenth, the hundredth
 * ... of it: a venue that says the same again and again does not fill the log. Any thread.
 */
public final class Unreadable {
  private static final Logger LOG = LoggerFactory.getLogger(Unreadable.class);

  private final String what;
  private final AtomicLong count = new AtomicLong();

  /**
   * Nothing was unreadable yet.
   *
   * @param what a sentence without its reason, {@code a message of Binance is left out}
   */
  public Unreadable(String what) {
    this.what = what;
  }

  /**
   * One more.
   *
   * @param why the reason
   */
  public void add(String why) {
    long now = count.incrementAndGet();
    if (isPowerOfTen(now)) {
      LOG.warn("{}: {} (number {} of its kind)", what, why, now);
    }
  }

  private static boolean isPowerOfTen(long number) {
    long power = 1;
    while (power < number) {
      power *= 10;
    }
    return power == number;
  }

  /** How many there were. */
  public long count() {
    return count.get();
  }
}
