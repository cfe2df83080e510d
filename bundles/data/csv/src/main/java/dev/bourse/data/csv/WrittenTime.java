package dev.bourse.data.csv;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A column of times as people write them: a day, or a day and a time of day, with the offset from
 * UTC or without one. All rows of a file have it, or none.
 */
final class WrittenTime {
  private static final DateTimeFormatter FORMAT =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .optionalStart()
          .appendPattern("['T'][' ']HH:mm")
          .optionalStart()
          .appendPattern(":ss")
          .optionalStart()
          .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true)
          .optionalEnd()
          .optionalEnd()
          .optionalStart()
          .appendOffset("+HH:MM", "Z")
          .optionalEnd()
          .optionalEnd()
          .parseDefaulting(ChronoField.HOUR_OF_DAY, 0)
          .parseDefaulting(ChronoField.MINUTE_OF_HOUR, 0)
          .parseDefaulting(ChronoField.SECOND_OF_MINUTE, 0)
          .toFormatter();

  private final int index;
  private final ZoneId zone;
  private @Nullable Boolean offsets;

  /** A column at an index; times without an offset are those of clocks in the zone. */
  WrittenTime(int index, ZoneId zone) {
    this.index = index;
    this.zone = zone;
  }

  /** Nanoseconds since 1970; overflows as arithmetic does. */
  long nanos(Rows row) {
    OffsetDateTime time = parse(row);
    long seconds = TimeUnit.SECONDS.toNanos(1);
    return Math.addExact(Math.multiplyExact(time.toEpochSecond(), seconds), time.getNano());
  }

  private OffsetDateTime parse(Rows row) {
    TemporalAccessor found;
    try {
      found = FORMAT.parse(row.text(index));
    } catch (DateTimeException e) {
      throw row.bad(
          "time \""
              + row.text(index)
              + "\" is no day like 2024-01-31 nor a time like 2024-01-31T16:00:00Z; correct it, or"
              + " time.unit");
    }
    boolean offset = found.isSupported(ChronoField.OFFSET_SECONDS);
    if (offsets != null && offsets != offset) {
      throw row.bad(
          "time "
              + row.text(index)
              + (offset ? " has an offset from UTC" : " has no offset from UTC")
              + " and the rows before have it the other way; write all times in one way");
    }
    offsets = offset;
    return offset ? OffsetDateTime.from(found) : onTheClock(row, LocalDateTime.from(found));
  }

  /** An hour that the clocks left out or had twice is not guessed. */
  private OffsetDateTime onTheClock(Rows row, LocalDateTime time) {
    List<ZoneOffset> possible = zone.getRules().getValidOffsets(time);
    if (possible.size() != 1) {
      throw row.bad(
          "time "
              + row.text(index)
              + (possible.isEmpty() ? " did not happen in " : " happened twice in ")
              + zone
              + ", when clocks were changed; write times with their offset from UTC");
    }
    return time.atOffset(possible.get(0));
  }
}
