package dev.bourse.data.csv;

import dev.bourse.api.model.BarInterval;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Turns the time column into the nanoseconds that an event carries. */
final class TimeReader {
  /** A time read in too small a unit lies shortly after 1970. */
  private static final long EARLIEST = TimeUnit.DAYS.toNanos(365);

  private final NumberColumn column;
  private final TimeColumn time;
  private final @Nullable WrittenTime written;

  TimeReader(int index, TimeColumn time) {
    String unit = time.unit().name().toLowerCase(Locale.ROOT);
    this.column = new NumberColumn("time", index, time.unit().decimals(), 1, "time.unit " + unit);
    this.time = time;
    this.written = time.unit() == TimeUnits.ISO ? new WrittenTime(index, time.zone()) : null;
  }

  /** The time of the event: of a bar, the first instant after it. */
  long read(Rows row) {
    long nanos = nanos(row);
    if (nanos < EARLIEST) {
      throw row.bad(
          "time "
              + row.text(column.index())
              + " is "
              + instant(nanos)
              + " by "
              + column.rule()
              + ", before 1971; correct it, or the unit");
    }
    BarInterval bar = time.bar();
    return bar == null ? nanos : close(row, nanos, bar);
  }

  private long nanos(Rows row) {
    try {
      return written == null ? time.unit().nanos(column.read(row)) : written.nanos(row);
    } catch (ArithmeticException e) {
      throw row.bad(
          "time "
              + row.text(column.index())
              + " lies after 2262 by "
              + column.rule()
              + "; correct it, or the unit");
    }
  }

  private long close(Rows row, long nanos, BarInterval bar) {
    if (nanos % bar.nanos() != 0) {
      throw row.bad(
          "time "
              + row.text(column.index())
              + " is "
              + instant(nanos)
              + ", no multiple of the bar "
              + bar
              + "; correct it, or bar and time.means");
    }
    return time.meaning() == TimeMeaning.OPEN ? Math.addExact(nanos, bar.nanos()) : nanos;
  }

  static Instant instant(long nanos) {
    long second = TimeUnit.SECONDS.toNanos(1);
    return Instant.ofEpochSecond(Math.floorDiv(nanos, second), Math.floorMod(nanos, second));
  }
}
