package dev.bourse.persistence.mapdb;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the name of a sealed segment says.
 *
 * @param number the number of the raw segment that it was made of
 * @param first the first sequence of that
 * @param last the last sequence of that
 * @param minTime the earliest time in it
 * @param maxTime the latest time in it
 * @param checksum the checksum of the file
 * @param market whether there may be market data in it
 */
record SealedName(
    int number, long first, long last, long minTime, long maxTime, int checksum, boolean market) {
  private static final String DECISIONS = "-decisions";
  private static final String HEX = "-([0-9a-f]{16})";
  private static final Pattern PATTERN =
      Pattern.compile(
          "archive-(\\d{10})" + HEX.repeat(4) + "-([0-9a-f]{8})(" + DECISIONS + ")?\\.mapdb");

  /** What a name says, or nothing if it is another kind of file. */
  static Optional<SealedName> parse(String name) {
    Matcher matcher = PATTERN.matcher(name);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    return Optional.of(
        new SealedName(
            Integer.parseInt(matcher.group(1)),
            Long.parseUnsignedLong(matcher.group(2), 16),
            Long.parseUnsignedLong(matcher.group(3), 16),
            Long.parseUnsignedLong(matcher.group(4), 16),
            Long.parseUnsignedLong(matcher.group(5), 16),
            Integer.parseUnsignedInt(matcher.group(6), 16),
            matcher.group(7) == null));
  }

  /** The name. */
  String text() {
    return "archive-%010d-%016x-%016x-%016x-%016x-%08x%s.mapdb"
        .formatted(number, first, last, minTime, maxTime, checksum, market ? "" : DECISIONS);
  }
}
