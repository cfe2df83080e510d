package dev.bourse.api.model;

import java.math.BigDecimal;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the words for bars. */
final class BarIntervalText {
  private static final Pattern WORD =
      Pattern.compile("(-?[0-9]{1,18}(?:\\.[0-9]{1,18})?)(ns|[smhdtvq])(?:@(bid|ask|mid))?");

  private BarIntervalText() {}

  static BarInterval read(String text) {
    Matcher word = WORD.matcher(text.strip());
    if (!word.matches()) {
      throw unreadable(text);
    }
    BigDecimal number = new BigDecimal(word.group(1)).stripTrailingZeros();
    number = number.scale() < 0 ? number.setScale(0) : number;
    BarMeasure measure = measure(word.group(2));
    boolean whole = measure == BarMeasure.TIME || measure == BarMeasure.TICKS;
    if (whole && number.scale() > 0) {
      throw unreadable(text);
    }
    try {
      return new BarInterval(
          measure,
          Math.multiplyExact(number.unscaledValue().longValueExact(), unit(word.group(2))),
          number.scale(),
          price(word.group(3)));
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException(
          "bar \""
              + text
              + (measure == BarMeasure.TIME
                  ? "\" is longer than 292 years"
                  : "\" has more digits than the 18 that can be counted exactly"),
          e);
    }
  }

  private static BarMeasure measure(String unit) {
    return switch (unit) {
      case "t" -> BarMeasure.TICKS;
      case "v" -> BarMeasure.VOLUME;
      case "q" -> BarMeasure.VALUE;
      default -> BarMeasure.TIME;
    };
  }

  private static long unit(String unit) {
    return switch (unit) {
      case "s" -> TimeUnit.SECONDS.toNanos(1);
      case "m" -> TimeUnit.MINUTES.toNanos(1);
      case "h" -> TimeUnit.HOURS.toNanos(1);
      case "d" -> TimeUnit.DAYS.toNanos(1);
      default -> 1;
    };
  }

  private static BarPrice price(@Nullable String word) {
    if (word == null) {
      return BarPrice.TRADE;
    }
    return switch (word) {
      case "bid" -> BarPrice.BID;
      case "ask" -> BarPrice.ASK;
      default -> BarPrice.MID;
    };
  }

  private static IllegalArgumentException unreadable(String text) {
    return new IllegalArgumentException(
        "bar \""
            + text
            + "\" must be a number and s, m, h or d, like 1m; or t trades, v traded size or q traded"
            + " value, like 100t; for bars of quotes with @bid, @ask or @mid behind");
  }
}
