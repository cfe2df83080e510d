package dev.bourse.api.persistence;

/**
 * What a journal can still take.
 *
 * @param state the class
 * @param detail a sentence, empty when healthy
 */
public record JournalHealth(State state, String detail) {
  /** All is well. */
  public static final JournalHealth GOOD = new JournalHealth(State.GOOD, "");

  /** The classes of health. */
  public enum State {
    /** Takes everything. */
    GOOD,
    /**
     * The next segment cannot be prepared: {@link EntryKind#RESERVE} only, market data is dropped
     * by the caller.
     */
    RESERVE,
    /** A force failed: takes nothing more. */
    FAILED
  }
}
