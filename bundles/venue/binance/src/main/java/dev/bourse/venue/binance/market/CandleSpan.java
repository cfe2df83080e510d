package dev.bourse.venue.binance.market;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Optional;

/** The lengths of candles that the protocol knows, but for the second. */
public enum CandleSpan {
  /** One minute. */
  MINUTE("1m", 1),
  /** Three minutes. */
  MINUTES_3("3m", 3),
  /** Five minutes. */
  MINUTES_5("5m", 5),
  /** A quarter of an hour. */
  MINUTES_15("15m", 15),
  /** Half an hour. */
  MINUTES_30("30m", 30),
  /** An hour. */
  HOUR("1h", 60),
  /** Two hours. */
  HOURS_2("2h", 120),
  /** Four hours. */
  HOURS_4("4h", 240),
  /** Six hours. */
  HOURS_6("6h", 360),
  /** Eight hours. */
  HOURS_8("8h", 480),
  /** Half a day. */
  HOURS_12("12h", 720),
  /** A day. */
  DAY("1d", 1440),
  /** Three days. */
  DAYS_3("3d", 4320),
  /** A week, from Monday. */
  WEEK("1w", 0),
  /** A month. */
  MONTH("1M", 0);

  private final String word;
  private final long nanos;

  CandleSpan(String word, int minutes) {
    this.word = word;
    this.nanos = Duration.ofMinutes(minutes).toNanos();
  }

  /** The length of a word like {@code 15m}. */
  public static Optional<CandleSpan> of(String word) {
    return Arrays.stream(values()).filter(span -> span.word.equals(word)).findFirst();
  }

  /** The word of the protocol. */
  public String word() {
    return word;
  }

  /** The first instant of the candle that contains a time, nanoseconds. */
  public long start(long time) {
    if (nanos > 0) {
      return time - Math.floorMod(time, nanos);
    }
    LocalDate day = Instant.ofEpochSecond(0, time).atZone(ZoneOffset.UTC).toLocalDate();
    return nanosOf(
        this == WEEK
            ? day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
            : day.withDayOfMonth(1));
  }

  /** The first instant after the candle that begins at a time. */
  public long end(long start) {
    if (nanos > 0) {
      return start + nanos;
    }
    LocalDate day = Instant.ofEpochSecond(0, start).atZone(ZoneOffset.UTC).toLocalDate();
    return nanosOf(this == WEEK ? day.plusWeeks(1) : day.plusMonths(1));
  }

  private static long nanosOf(LocalDate day) {
    return Math.multiplyExact(day.atStartOfDay(ZoneOffset.UTC).toEpochSecond(), 1_000_000_000L);
  }
}
