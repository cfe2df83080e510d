package dev.bourse.data.binance.http;

import java.time.Duration;

/** Waits. */
public interface Pause {
  /** Until the time is over, or the thread is interrupted. */
  void of(Duration time) throws InterruptedException;
}
