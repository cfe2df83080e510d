package dev.bourse.venue.binance.faults;

import java.util.regex.Pattern;

/**
 * Something that is to go wrong.
 *
 * @param kind what
 * @param at where: the name of a call ({@code POST /api/v3/order}, {@code order.place}), of a
 *     stream ({@code btcusdt@trade}) or of an account's event ({@code executionReport}); a star
 *     stands for anything
 * @param times how often, -1 for always
 * @param millis how long a {@link Kind#DELAY} takes
 * @param status the HTTP status of a {@link Kind#FAIL}
 */
public record Fault(Kind kind, String at, int times, long millis, int status) {
  /** What goes wrong. */
  public enum Kind {
    /** The answer or the event comes later. */
    DELAY,
    /** A request is never heard, an event is never sent; the connection stays open. */
    DROP,
    /** The connection ends before the request is heard, or instead of the event. */
    CUT,
    /** The request is done, but the connection ends instead of the answer. */
    LOSE,
    /** The request is not done; an error is answered. */
    FAIL,
    /** The request is done, but an error is answered that leaves that open. */
    FAIL_AFTER,
    /** The event comes twice. */
    DUPLICATE,
    /** The event comes after the next one. */
    REORDER,
    /** From this event on the connection is open, but nothing comes, not even a ping's answer. */
    MUTE
  }

  /** Checks the numbers. */
  public Fault {
    if (times == 0 || times < -1) {
      throw new IllegalArgumentException("times=" + times + " must be 1 or more, or -1 for always");
    }
    if (millis < 0 || (kind == Kind.DELAY && millis == 0)) {
      throw new IllegalArgumentException("millis=" + millis + " must be above zero for a delay");
    }
    boolean fails = kind == Kind.FAIL || kind == Kind.FAIL_AFTER;
    if (fails && (status < 400 || status > 599)) {
      throw new IllegalArgumentException("status=" + status + " must be 400 to 599");
    }
  }

  /** A fault that happens once. */
  public static Fault once(Kind kind, String at) {
    return new Fault(kind, at, 1, kind == Kind.DELAY ? 1000 : 0, 503);
  }

  /** A fault that happens until all are cleared. */
  public static Fault always(Kind kind, String at) {
    return once(kind, at).repeated(-1);
  }

  /** The same so many times. */
  public Fault repeated(int newTimes) {
    return new Fault(kind, at, newTimes, millis, status);
  }

  /** The same with another delay. */
  public Fault lasting(long newMillis) {
    return new Fault(kind, at, times, newMillis, status);
  }

  /** The same with another HTTP status. */
  public Fault with(int newStatus) {
    return new Fault(kind, at, times, millis, newStatus);
  }

  /** Whether it is meant for a call, a stream or an event of that name. */
  boolean isAt(String name) {
    StringBuilder pattern = new StringBuilder();
    for (String part : at.split("\\*", -1)) {
      pattern.append(pattern.isEmpty() ? "" : ".*").append(Pattern.quote(part));
    }
    return Pattern.matches(pattern.toString(), name);
  }
}
