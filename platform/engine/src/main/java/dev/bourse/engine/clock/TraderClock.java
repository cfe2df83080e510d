package dev.bourse.engine.clock;

/** The time of one trader, never decreasing. Belongs to the trader's loop thread. */
public interface TraderClock {
  /** Nanoseconds since 1970-01-01T00:00Z, never less than an earlier answer. */
  long now();

  /** How many real nanoseconds pass until {@link #now} reaches the given time; 0 if it has. */
  long nanosUntil(long time);

  /** Makes sure that {@link #now} is never below the given time: the time of what was journaled. */
  void reach(long time);

  /** What people must know of it, a sentence; empty for nothing. */
  default String note() {
    return "";
  }

  /** Nothing is recorded after the given time: a clock of recorded data stands still there. */
  default void end(long time) {}
}
