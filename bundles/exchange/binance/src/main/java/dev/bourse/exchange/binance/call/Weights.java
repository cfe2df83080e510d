package dev.bourse.exchange.binance.call;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What one address may ask of a host and how much of it is used up, whoever asks: market data and
 * all accounts there (rest-api.md, "IP Limits"). Orders and cancels may use all of it; questions
 * leave a part of it to them. Any thread.
 */
public final class Weights {
  private static final String WEIGHT = "REQUEST_WEIGHT";
  private static final String RAW = "RAW_REQUESTS";
  private static final long MINUTE = TimeUnit.MINUTES.toMillis(1);
  private static final Duration LONGEST = Duration.ofDays(3);

  /** How much of a limit questions may use, percent. */
  private static final int FOR_QUESTIONS = 80;

  private final VenueClock clock;
  private final Windows windows = new Windows();
  private long until;
  private long walletUntil;
  private long underWay;

  /** No limit is known yet. */
  public Weights(VenueClock clock) {
    this.clock = clock;
  }

  /** The clock of the host. */
  public VenueClock clock() {
    return clock;
  }

  /** Limits as {@code exchangeInfo} announces them, or as an answer has them, with their counts. */
  public synchronized void heard(JsonNode limits) {
    for (JsonNode each : limits) {
      String type = each.path("rateLimitType").asText();
      if (type.equals(WEIGHT) || type.equals(RAW)) {
        windows.heard(each, clock.millis());
      }
    }
  }

  /** The weight that was used up in this minute, as the header of an answer over REST says. */
  public synchronized void used(long weight) {
    windows.used(WEIGHT, MINUTE, weight, clock.millis());
  }

  /** A call leaves. */
  public synchronized void sent() {
    windows.count(RAW, 1, clock.millis());
  }

  /** A call of a weight leaves: until it is answered, what was last heard does not count it. */
  synchronized void leaves(int weight) {
    sent();
    underWay += weight;
  }

  /** A call of a weight was answered, or never will be. */
  synchronized void landed(int weight) {
    underWay -= weight;
  }

  /** How much weight is allowed in a minute, 0 if that is not known yet. */
  synchronized long limit() {
    Windows.Window minute = windows.all().get(new Windows.Kind(WEIGHT, MINUTE));
    return minute == null ? 0 : minute.limit();
  }

  /**
   * How long a command of a weight has to wait: all of the limits is for commands, and what is
   * under way counts as used up until it is answered.
   */
  synchronized Duration room(int weight) {
    long now = clock.millis();
    return Duration.ofMillis(Math.max(until, windows.free(demands(weight), now)) - now);
  }

  private Function<Windows.Kind, Windows.Demand> demands(int weight) {
    return kind ->
        kind.type().equals(WEIGHT)
            ? new Windows.Demand(weight, underWay)
            : new Windows.Demand(1, 0);
  }

  /** What stands in the way of a command of a weight, with its numbers; empty if nothing does. */
  synchronized String shortage(int weight) {
    String ban = problem();
    String shortage = windows.shortage(demands(weight), clock.millis());
    return ban == null && !shortage.isEmpty()
        ? "RATE_LIMIT: " + shortage
        : Objects.requireNonNullElse(ban, "");
  }

  /** The venue asked for patience; for none, and nothing is held back if its clock goes back. */
  public synchronized void wait(Duration patience) {
    if (!patience.isZero()) {
      until = Math.max(until, clock.millis() + bounded(patience));
    }
  }

  /** The venue asked for patience with its other interface, whose limits are its own. */
  synchronized void waitAtWallet(Duration patience) {
    if (!patience.isZero()) {
      walletUntil = Math.max(walletUntil, clock.millis() + bounded(patience));
    }
  }

  /**
   * How long the venue's other interface may not be asked: a ban of our address holds there too.
   */
  synchronized Duration walletBan() {
    return Duration.ofMillis(Math.max(0, Math.max(until, walletUntil) - clock.millis()));
  }

  /** No ban is longer than three days: whatever says so was misread. Milliseconds. */
  static long bounded(Duration patience) {
    return (patience.compareTo(LONGEST) > 0 ? LONGEST : patience).toMillis();
  }

  /** How long no call at all may leave. */
  public synchronized Duration ban() {
    return Duration.ofMillis(Math.max(0, until - clock.millis()));
  }

  /** Why no call may leave now, or null. */
  public synchronized @Nullable String problem() {
    return clock.millis() < until
        ? "RATE_LIMIT: until=" + Instant.ofEpochMilli(until) + " by=the venue"
        : null;
  }

  /** How long a question of a weight has to wait so that orders and cancels have room. */
  public synchronized Duration pause(int weight) {
    long now = clock.millis();
    long free = Math.max(now, until);
    for (Map.Entry<Windows.Kind, Windows.Window> each : windows.all().entrySet()) {
      long millis = each.getKey().millis();
      long more = each.getKey().type().equals(WEIGHT) ? weight : 1;
      long index = now / millis;
      Windows.Window window = each.getValue();
      boolean known = window.limit() > 0;
      if (known && window.count(index) + more > window.limit() * FOR_QUESTIONS / 100) {
        free = Math.max(free, (index + 1) * millis);
      }
    }
    return Duration.ofMillis(free - now);
  }
}
