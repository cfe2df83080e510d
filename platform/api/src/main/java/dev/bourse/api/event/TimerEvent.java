package dev.bourse.api.event;

/**
 * A deadline has passed.
 *
 * @param owner the strategy that set it, or {@code engine}
 * @param name the timer's name within its owner
 * @param deadline when it was due, our time in nanoseconds
 * @param late whether it was due while the trader was down
 */
public record TimerEvent(String owner, String name, long deadline, boolean late) implements Event {
  /** The owner of the engine's own timers. */
  public static final String ENGINE = "engine";
}
