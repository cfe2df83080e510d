package dev.bourse.venue.binance.protocol;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whether a signed request comes in time. */
final class Timing {
  private static final Pattern WHOLE = Pattern.compile("^[0-9]{1,20}$");
  private static final Pattern WINDOW = Pattern.compile("^([0-9]{1,20})(\\.[0-9]{1,3})?$");
  private static final BigDecimal MOST = new BigDecimal("60000");
  private static final BigDecimal USUAL = new BigDecimal("5000");
  private static final long AHEAD = TimeUnit.SECONDS.toNanos(1);

  private Timing() {}

  /** Refuses a request whose time is not within its window. */
  static void check(Params params, long now) {
    long sent = timestamp(params);
    long window = window(params.text("recvWindow"));
    if (sent >= now + AHEAD) {
      throw ApiException.of(
          -1021, "Timestamp for this request was 1000ms ahead of the server's time.");
    }
    if (now - sent > window) {
      throw ApiException.of(-1021, "Timestamp for this request is outside of the recvWindow.");
    }
  }

  private static long timestamp(Params params) {
    String text = params.required("timestamp");
    if (!WHOLE.matcher(text).matches()) {
      throw Refusals.illegal("timestamp", WHOLE.pattern());
    }
    try {
      return Stamp.nanosOf(Long.parseLong(text));
    } catch (ArithmeticException | NumberFormatException e) {
      throw ApiException.of(-1108, "Parameter 'timestamp' overflowed.");
    }
  }

  private static long window(@Nullable String text) {
    if (text != null && !WINDOW.matcher(text).matches()) {
      throw Refusals.illegal("recvWindow", WINDOW.pattern());
    }
    BigDecimal window = text == null ? USUAL : new BigDecimal(text);
    if (window.compareTo(MOST) > 0) {
      throw ApiException.of(
          -1102, "'recvWindow' contains unexpected value. Cannot be greater than 60000.");
    }
    return window.movePointRight(6).setScale(0, RoundingMode.DOWN).longValueExact();
  }
}
