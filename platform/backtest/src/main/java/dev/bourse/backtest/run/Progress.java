package dev.bourse.backtest.run;

/** How far a run is and whether it should go on. Written by the run, read by any thread. */
public final class Progress {
  private volatile double share;
  private volatile long events;
  private volatile boolean cancelled;

  /** Nothing done yet. */
  public Progress() {}

  void at(double newShare, long newEvents) {
    share = Math.max(share, Math.min(1, newShare));
    events = newEvents;
  }

  /** The share done, 0 to 1; stays at 0 while the source cannot tell. */
  public double share() {
    return share;
  }

  /** Events applied so far. */
  public long events() {
    return events;
  }

  /** Asks the run to end soon. */
  public void cancel() {
    cancelled = true;
  }

  boolean isCancelled() {
    return cancelled;
  }
}
