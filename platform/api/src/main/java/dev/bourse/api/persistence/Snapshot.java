package dev.bourse.api.persistence;

import java.util.List;

/**
 * A whole state at one sequence, as sorted entries.
 *
 * @param sequence the last journal entry that it contains
 * @param time our time at that entry, nanoseconds
 * @param schema the version of the entries' layout
 * @param entries sorted by section and key, no pair twice
 */
public record Snapshot(long sequence, long time, int schema, List<SnapshotEntry> entries) {
  /** Keeps its own copy of the list. */
  public Snapshot {
    entries = List.copyOf(entries);
  }
}
