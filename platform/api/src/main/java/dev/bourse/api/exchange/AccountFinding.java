package dev.bourse.api.exchange;

/**
 * One thing that was looked at when an account was checked.
 *
 * @param name what, in a few words: {@code clock}
 * @param result how it is
 * @param text what was found, a sentence without the end; never a key
 */
public record AccountFinding(String name, Result result, String text) {
  /** How something is. */
  public enum Result {
    /** As it should be. */
    GOOD,
    /** It can be traded so, but somebody should look at it. */
    WARNING,
    /** It cannot be traded so. */
    BAD,
    /** The venue does not say. */
    UNKNOWN
  }
}
