package dev.bourse.api.data;

import java.util.List;

/**
 * What an import or a download added to a set.
 *
 * @param name the set
 * @param counts rows read: stored, refused, repeated (also those that were there already) and
 *     disordered
 * @param first time of the first event that was added, nanoseconds; 0 if there is none
 * @param last time of the last event that was added, nanoseconds; 0 if there is none
 * @param notes a sentence for each file, and for whatever else should be known
 */
public record StoredData(
    String name, DataCounts counts, long first, long last, List<String> notes) {
  /** Keeps its own copy of the list. */
  public StoredData {
    notes = List.copyOf(notes);
  }
}
