package dev.bourse.report.html;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Round times along a scale of nanoseconds, in UTC. */
final class TimeAxis {
  private static final int MOST = 8;
  private static final long MINUTE = 60;
  private static final long HOUR = 60 * MINUTE;
  private static final long DAY = 24 * HOUR;
  private static final long[] STEPS = {
    1,
    5,
    15,
    30,
    MINUTE,
    5 * MINUTE,
    15 * MINUTE,
    30 * MINUTE,
    HOUR,
    2 * HOUR,
    4 * HOUR,
    6 * HOUR,
    12 * HOUR,
    DAY,
    2 * DAY,
    5 * DAY,
    10 * DAY,
    30 * DAY,
    91 * DAY,
    182 * DAY,
    365 * DAY
  };
  private static final String[] MONTHS = {
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"
  };

  private TimeAxis() {}

  /** One round time. */
  record Tick(long time, String label) {}

  /** At most nine times. */
  static List<Tick> ticks(long first, long last) {
    long from = TimeUnit.NANOSECONDS.toSeconds(first);
    long to = TimeUnit.NANOSECONDS.toSeconds(last);
    long step = step(to - from);
    List<Tick> ticks = new ArrayList<>();
    for (long time = Math.floorDiv(from + step - 1, step) * step; time <= to; time += step) {
      ticks.add(new Tick(TimeUnit.SECONDS.toNanos(time), label(time, step)));
    }
    return ticks;
  }

  /** {@code Jan} for 1. */
  static String monthName(int month) {
    return MONTHS[month - 1];
  }

  private static long step(long range) {
    for (long step : STEPS) {
      if (range / step <= MOST) {
        return step;
      }
    }
    return Math.max(1, range / MOST / (365 * DAY) + 1) * 365 * DAY;
  }

  private static String label(long seconds, long step) {
    LocalDateTime time = LocalDateTime.ofEpochSecond(seconds, 0, ZoneOffset.UTC);
    String day = time.getDayOfMonth() + " " + monthName(time.getMonthValue());
    if (step >= 30 * DAY) {
      return monthName(time.getMonthValue()) + " " + time.getYear();
    } else if (seconds % DAY == 0) {
      return day;
    }
    String clock = two(time.getHour()) + ":" + two(time.getMinute());
    return step < MINUTE ? clock + ":" + two(time.getSecond()) : clock;
  }

  private static String two(int number) {
    return number < 10 ? "0" + number : Integer.toString(number);
  }
}
