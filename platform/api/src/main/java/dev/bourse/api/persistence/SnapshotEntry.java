package dev.bourse.api.persistence;

/**
 * One piece of a snapshot. The bytes are not copied.
 *
 * @param section what kind of thing: {@code orders}, {@code positions} ...
 * @param key its key within the section
 * @param bytes its value
 */
@SuppressWarnings(
    "ArrayRecordComponent") // entries are ordered by section and key, never compared by bytes
public record SnapshotEntry(String section, String key, byte[] bytes)
    implements Comparable<SnapshotEntry> {
  @Override
  public int compareTo(SnapshotEntry other) {
    int bySection = section.compareTo(other.section);
    return bySection != 0 ? bySection : key.compareTo(other.key);
  }
}
