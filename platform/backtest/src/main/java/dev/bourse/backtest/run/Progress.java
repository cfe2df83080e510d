package dev.bourse.backtest.run;

import java.util.concurrent.CancellationException;

/** How far a run is and whether it should go on. Written by the run, read by any thread. */
public final class Progress implements Doing {
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
  @Override
  public double share() {
    return share;
  }

  /** Events applied so far. */
  @Override
  public long events() {
    return events;
  }

  /** Asks the run to end soon. */
  @Override
  public void cancel() {
    cancelled = true;
  }

  /** Throws {@link CancellationException} once somebody asked for the end. */
  void requireGoingOn() {
    if (cancelled) {
      throw new CancellationException("the work was cancelled after " + events + " events");
    }
  }
}
