package dev.bourse.exchange.binance.net;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When a connection is opened again: at once after a loss, and after the n-th attempt in a row that
 * failed n times as late as after the first, at most six times and at most a minute. A connection
 * that did not last as long as the first pause, or 5 seconds, counts as an attempt that failed, so
 * that a venue that ends each one is not asked without a pause. Whoever uses it sees to it that
 * nobody else does at the same time.
 *
 * <p>Source: Binance takes 300 connections of one address in 5 minutes, one a second
 * (web-socket-streams.md, "WebSocket Limits"; web-socket-api.md, "Connection limits").
 */
public final class ReconnectPauses {
  private static final Pattern FORM = Pattern.compile("(\\d{1,9})\\s*(ms|s|m)");
  private static final Duration LEAST = Duration.ofMillis(100);
  private static final Duration MOST = Duration.ofSeconds(60);
  private static final Duration LIVED = Duration.ofSeconds(5);
  private static final int LONGEST = 6;

  private final Duration first;
  private int failed;

  /**
   * Nothing failed yet.
   *
   * @param first the pause after the first attempt that failed
   */
  public ReconnectPauses(Duration first) {
    this.first = first;
  }

  /**
   * Reads the first pause, 100 milliseconds to a minute, as people write it: {@code 500ms}, {@code
   * 10s}. Less than a second suits only a venue on the own machine. Throws {@link
   * IllegalArgumentException} that names the key for anything else.
   */
  public static Duration first(String key, String text) {
    Matcher matcher = FORM.matcher(text.strip());
    if (!matcher.matches()) {
      throw refused(key, text);
    }
    long count = Long.parseLong(matcher.group(1));
    Duration pause =
        switch (matcher.group(2)) {
          case "ms" -> Duration.ofMillis(count);
          case "s" -> Duration.ofSeconds(count);
          default -> Duration.ofMinutes(count);
        };
    if (pause.compareTo(LEAST) < 0 || pause.compareTo(MOST) > 0) {
      throw refused(key, text);
    }
    return pause;
  }

  private static IllegalArgumentException refused(String key, String text) {
    return new IllegalArgumentException(
        key + "=" + text + " must be a duration from 100ms to 60s, such as 500ms or 10s");
  }

  /**
   * The pause before the first attempt after a loss, or a longer one that was asked for.
   *
   * @param lived how long the connection was of use
   */
  public Duration lost(Duration lived, Duration wish) {
    if (lived.compareTo(first) < 0 || lived.compareTo(LIVED) < 0) {
      return failed(wish);
    }
    failed = 0;
    return wish;
  }

  /** The pause after an attempt that failed, or a longer one that was asked for. */
  public Duration failed(Duration wish) {
    failed = Math.min(LONGEST, failed + 1);
    Duration grown = first.multipliedBy(failed);
    Duration pause = grown.compareTo(MOST) > 0 ? MOST : grown;
    return pause.compareTo(wish) < 0 ? wish : pause;
  }

  /** When the next attempt is, for people. */
  public static String text(Duration pause) {
    return pause.isZero() ? "at once" : "in " + pause.toMillis() / 1000.0 + " s";
  }
}
