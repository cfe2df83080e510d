package dev.bourse.api.persistence;

/**
 * What a journal can still take.
 *
 * @param state the class
 * @param detail a sentence; empty when all is well, and in {@link State#GOOD} only there because
 *     room is running out: then the archive's market data is dropped first, and the sentence says
 *     how many entries were
 */
public record JournalHealth(State state, String detail) {
  /** All is well. */
  public static final JournalHealth GOOD = new JournalHealth(State.GOOD, "");

  /** The classes of health. */
  public enum State {
    /** Takes everything. */
    GOOD,
    /**
     * The next segment cannot be prepared: {@link EntryKind#RESERVE} only, market data is thinned
     * by the caller to what exits need.
     */
    RESERVE,
    /** A force failed: takes nothing more. */
    FAILED
  }
}
