package dev.bourse.data.binance.http;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How long a server asks us to wait: seconds, or a date, which its own Date header is taken from.
 */
final class RetryAfter {
  private RetryAfter() {}

  static @Nullable Duration of(HttpHeaders headers) {
    Optional<String> value = headers.firstValue("Retry-After");
    if (value.isEmpty()) {
      return null;
    }
    try {
      return Duration.ofSeconds(Math.max(0, Long.parseLong(value.get().strip())));
    } catch (NumberFormatException e) {
      return until(value.get(), headers.firstValue("Date").orElse(""));
    }
  }

  private static @Nullable Duration until(String then, String now) {
    try {
      Duration wait = Duration.between(date(now), date(then));
      return wait.isNegative() ? Duration.ZERO : wait;
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static ZonedDateTime date(String text) {
    return ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME);
  }
}
