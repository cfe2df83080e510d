package dev.bourse.venue.binance.protocol;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A count that starts again at every multiple of its length. */
public final class Window {
  private final String type;
  private final String interval;
  private final int length;
  private final long nanos;
  private final int limit;
  private long started = Long.MIN_VALUE;
  private int count;

  Window(String type, String interval, int length, long nanos, int limit) {
    this.type = type;
    this.interval = interval;
    this.length = length;
    this.nanos = nanos;
    this.limit = limit;
  }

  /** Whether so much more is allowed now. */
  public boolean fits(int more, long now) {
    return count(now) + more <= limit;
  }

  /** So much more was used up. */
  public void add(int more, long now) {
    count = Math.max(0, count(now) + more);
  }

  /** How much was used up by now. */
  public int count(long now) {
    long start = now - Math.floorMod(now, nanos);
    if (start != started) {
      started = start;
      count = 0;
    }
    return count;
  }

  /** When it starts again. */
  long end(long now) {
    return now - Math.floorMod(now, nanos) + nanos;
  }

  int limit() {
    return limit;
  }

  int length() {
    return length;
  }

  String interval() {
    return interval;
  }

  /** The end of the header's name that carries the count: {@code 10S}. */
  public String suffix() {
    return length + interval.substring(0, 1).toUpperCase(Locale.ROOT);
  }

  /** As it is announced. */
  public Map<String, @Nullable Object> rule() {
    return Json.object(
        "rateLimitType", type, "interval", interval, "intervalNum", length, "limit", limit);
  }

  /** As it is announced, and how much of it was used. */
  public Map<String, @Nullable Object> state(long now) {
    Map<String, @Nullable Object> state = rule();
    state.put("count", count(now));
    return state;
  }
}
