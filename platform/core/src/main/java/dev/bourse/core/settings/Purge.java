package dev.bourse.core.settings;

/**
 * When what nobody needs any more leaves memory; how much of it there may be at most is a matter of
 * {@link TraderSettings#keepClosed}. Durations are in nanoseconds.
 *
 * @param interval how often it is looked for, 0 for never
 * @param orders how long closed orders stay after their last move, and with them named positions
 *     that are flat
 * @param flows how long the names of flows stay; a flow older than that counts no more
 */
public record Purge(long interval, long orders, long flows) {
  /** Nothing leaves by its age. */
  public static final Purge NONE = new Purge(0, 0, 0);
}
