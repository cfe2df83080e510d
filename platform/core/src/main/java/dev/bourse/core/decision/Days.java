package dev.bourse.core.decision;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Our time in nanoseconds as days of a zone. */
final class Days {
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);

  private Days() {}

  /** When the day that has the time ends: the first moment of the next one. */
  static long end(long time, ZoneId zone) {
    ZonedDateTime next = at(time, zone).toLocalDate().plusDays(1).atStartOfDay(zone);
    return Math.multiplyExact(next.toEpochSecond(), SECOND);
  }

  /** {@code 2013-11-21T10:05:00 Europe/Berlin}. */
  static String text(long time, ZoneId zone) {
    return SECONDS.format(at(time, zone)) + " " + zone;
  }

  private static ZonedDateTime at(long time, ZoneId zone) {
    long second = Math.floorDiv(time, SECOND);
    return Instant.ofEpochSecond(second, Math.floorMod(time, SECOND)).atZone(zone);
  }
}
