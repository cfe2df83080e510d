package dev.bourse.api.alert;

import dev.bourse.api.model.TraderId;

/**
 * Something that people should know.
 *
 * @param id the same for every repeat: trader and journal sequence
 * @param time our time in nanoseconds
 * @param level how urgent
 * @param trader who it is about
 * @param text sentences with the numbers
 */
public record Alert(String id, long time, Level level, TraderId trader, String text) {
  /** How urgent an alert is. */
  public enum Level {
    /** Good to know. */
    INFO,
    /** Look at it today. */
    WARNING,
    /** Look at it now. */
    CRITICAL
  }
}
