package dev.bourse.control.shell.order;

import dev.bourse.control.shell.service.Refusal;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long an order may live, as people write it. */
final class Lives {
  private static final Pattern FORM = Pattern.compile("(\\d{1,6})([smhd])");

  private Lives() {}

  static Duration read(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches() || Long.parseLong(form.group(1)) == 0) {
      throw new Refusal(
          "--for \"" + text + "\" must be a time above zero, like 90s, 30m, 12h or 2d.");
    }
    long count = Long.parseLong(form.group(1));
    return switch (form.group(2)) {
      case "s" -> Duration.ofSeconds(count);
      case "m" -> Duration.ofMinutes(count);
      case "h" -> Duration.ofHours(count);
      default -> Duration.ofDays(count);
    };
  }
}
