package dev.bourse.venue.binance.faults;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Something that is to go wrong.
 *
 * @param kind what
 * @param at where: the name of a call ({@code POST /api/v3/order}, {@code order.place}), of a
 *     stream ({@code btcusdt@trade}) or of an account's event ({@code executionReport}); a star
 *     stands for anything. Where it names calls and events, it happens to those that its kind is
 *     possible for
 * @param times how often, -1 for always
 * @param millis how long a {@link Kind#DELAY} takes, and how long a {@link Kind#REORDER} waits at
 *     most for an event to come before it
 * @param status the HTTP status of a {@link Kind#FAIL}
 */
public record Fault(Kind kind, String at, int times, long millis, int status) {
  /** What goes wrong. */
  public enum Kind {
    /** The answer or the event comes later. */
    DELAY(true, true),
    /** A request is never heard, an event is never sent; the connection stays open. */
    DROP(true, true),
    /** The connection ends before the request is heard, or instead of the event. */
    CUT(true, true),
    /** The request is done, but the connection ends instead of the answer; or of the event. */
    LOSE(true, true),
    /** The request is not done; an error is answered. */
    FAIL(true, false),
    /** The request is done, but an error is answered that leaves that open. */
    FAIL_AFTER(true, false),
    /** The event comes twice. */
    DUPLICATE(false, true),
    /** The event comes after the next one, and after a while if there is none. */
    REORDER(false, true),
    /** From this event on the connection is open, but nothing comes, not even a ping's answer. */
    MUTE(false, true);

    private final boolean ofRequests;
    private final boolean ofEvents;

    Kind(boolean ofRequests, boolean ofEvents) {
      this.ofRequests = ofRequests;
      this.ofEvents = ofEvents;
    }

    /** Its name as people write it: {@code fail-after}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  private static final long SECOND = 1_000;
  private static final long REORDERED = 5 * SECOND;

  /** Checks the numbers, and whether the kind is possible there. */
  public Fault {
    if (times == 0 || times < -1) {
      throw new IllegalArgumentException("times=" + times + " must be 1 or more, or -1 for always");
    }
    if (millis < 0 || (millis == 0 && usualMillis(kind) > 0)) {
      throw new IllegalArgumentException(
          "millis=" + millis + " must be above zero for a delay and a reorder");
    }
    boolean fails = kind == Kind.FAIL || kind == Kind.FAIL_AFTER;
    if (fails && (status < 400 || status > 599)) {
      throw new IllegalArgumentException("status=" + status + " must be 400 to 599");
    }
    checkPlace(kind, at);
  }

  private static void checkPlace(Kind kind, String at) {
    if (at.startsWith("/")) {
      throw new IllegalArgumentException(
          "at=" + at + " must begin with the method: GET " + at + ", or * for any");
    }
    boolean possible =
        (kind.ofRequests && Place.mayBeRequest(at)) || (kind.ofEvents && Place.mayBeEvent(at));
    if (!possible) {
      throw new IllegalArgumentException(
          "kind="
              + kind.word()
              + " at="
              + at
              + (kind.ofEvents ? " names requests; what" : " names events; what")
              + " goes wrong there is one of "
              + Arrays.stream(Kind.values())
                  .filter(each -> kind.ofEvents ? each.ofRequests : each.ofEvents)
                  .map(Kind::word)
                  .collect(Collectors.joining(", ")));
    }
  }

  private static long usualMillis(Kind kind) {
    return switch (kind) {
      case DELAY -> SECOND;
      case REORDER -> REORDERED;
      default -> 0;
    };
  }

  /** A fault that happens once. */
  public static Fault once(Kind kind, String at) {
    return new Fault(kind, at, 1, usualMillis(kind), 503);
  }

  /** A fault that happens until all are cleared. */
  public static Fault always(Kind kind, String at) {
    return once(kind, at).repeated(-1);
  }

  /** The same so many times. */
  public Fault repeated(int newTimes) {
    return new Fault(kind, at, newTimes, millis, status);
  }

  /** The same with another delay, or another time to wait for the next event. */
  public Fault lasting(long newMillis) {
    return new Fault(kind, at, times, newMillis, status);
  }

  /** The same with another HTTP status. */
  public Fault with(int newStatus) {
    return new Fault(kind, at, times, millis, newStatus);
  }

  /** Whether it happens to a call, a stream or an event of that name. */
  boolean isAt(String name) {
    return (Place.isEvent(name) ? kind.ofEvents : kind.ofRequests) && isNamed(name);
  }

  private boolean isNamed(String name) {
    StringBuilder pattern = new StringBuilder();
    for (String part : at.split("\\*", -1)) {
      pattern.append(pattern.isEmpty() ? "" : ".*").append(Pattern.quote(part));
    }
    return Pattern.matches(pattern.toString(), name);
  }
}
