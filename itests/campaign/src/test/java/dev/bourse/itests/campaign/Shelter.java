package dev.bourse.itests.campaign;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * How long a position was without stops at the venue. The whole time counts against a bound; what
 * the trader had in its own hands, against {@code protect.within}. Both clocks begin anew once all
 * of it is covered.
 *
 * @see FaultCampaignTest what is in whose hands, and why
 */
final class Shelter {
  /** What the venue would not take an order for, at the prices of a run: 5 USDT, and some room. */
  private static final BigDecimal DUST = new BigDecimal("0.00012");

  private final long allowed;
  private final long bound;
  private long lookedAt;
  private long bare;
  private long answered;
  private final Map<String, Long> hindered = new TreeMap<>();
  private long longest;
  private String longestText = "0 ms";
  private long longestAnswered;
  private boolean told;

  /**
   * Nothing is held.
   *
   * @param allowed how long a position may be bare while the trader could do something
   * @param bound how long at all while its process lives
   */
  Shelter(Duration allowed, Duration bound) {
    this.allowed = allowed.toNanos();
    this.bound = bound.toNanos();
  }

  /**
   * Looks.
   *
   * @param now nanoseconds
   * @param held what is held
   * @param stops how much of it the stops at the venue would sell
   * @param lives whether the process lives and talks
   * @param hindrance why it cannot act, empty if it can
   * @return a sentence if it is too long now, once for every time; else empty
   */
  String look(long now, BigDecimal held, BigDecimal stops, boolean lives, String hindrance) {
    long passed = lookedAt == 0 ? 0 : now - lookedAt;
    lookedAt = now;
    if (held.subtract(stops).compareTo(DUST) <= 0) {
      bare = 0;
      answered = 0;
      told = false;
      hindered.clear();
      return "";
    }
    if (lives) {
      bare += passed;
      answered += hindrance.isEmpty() ? passed : 0;
      hindered.merge(hindrance.isEmpty() ? "it could act" : hindrance, passed, Long::sum);
    }
    if (bare > longest) {
      longest = bare;
      longestText = text();
    }
    longestAnswered = Math.max(longestAnswered, answered);
    if (told || (bare <= bound && answered <= allowed)) {
      return "";
    }
    told = true;
    return held + " BTC are held, stops at the venue cover " + stops + ": bare for " + text();
  }

  private String text() {
    Map<String, Long> parts = new TreeMap<>();
    hindered.forEach((why, nanos) -> parts.put(why, Duration.ofNanos(nanos).toMillis()));
    return Duration.ofNanos(bare).toMillis() + " ms, " + parts;
  }

  /** The longest times that there were, in milliseconds. */
  String longest() {
    return "bare at most "
        + longestText
        + "; at most "
        + Duration.ofNanos(longestAnswered).toMillis()
        + " ms while it could act";
  }
}
