package dev.bourse.persistence.mapdb;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the name of a snapshot file says.
 *
 * @param sequence the last entry that it contains
 * @param checksum the checksum of the file
 */
record SnapshotName(long sequence, int checksum) implements Comparable<SnapshotName> {
  private static final Pattern PATTERN =
      Pattern.compile("snapshot-(\\d{19})-([0-9a-f]{8})\\.mapdb");
  private static final Comparator<SnapshotName> ORDER =
      Comparator.comparingLong(SnapshotName::sequence).thenComparingInt(SnapshotName::checksum);

  /** What a name says, or nothing if it is another kind of file. */
  static Optional<SnapshotName> parse(String name) {
    Matcher matcher = PATTERN.matcher(name);
    return matcher.matches()
        ? Optional.of(
            new SnapshotName(
                Long.parseLong(matcher.group(1)), Integer.parseUnsignedInt(matcher.group(2), 16)))
        : Optional.empty();
  }

  /** The name. */
  String text() {
    return "snapshot-%019d-%08x.mapdb".formatted(sequence, checksum);
  }

  @Override
  public int compareTo(SnapshotName other) {
    return ORDER.compare(this, other);
  }
}
