package dev.bourse.exchange.binance.net;

import java.time.Duration;

/** Does work that may block, one piece after the other, now or later. Any thread may ask. */
public interface Worker {
  /** Our time in nanoseconds since 1970. */
  long now();

  /** Does it as soon as what was asked for before is done. */
  default void soon(Runnable work) {
    later(Duration.ZERO, work);
  }

  /** Does it after a while, unless the worker has ended by then. */
  void later(Duration delay, Runnable work);

  /** Ends; work under way is interrupted, work that waits is forgotten. */
  void end();
}
