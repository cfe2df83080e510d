package dev.bourse.api.risk;

import java.time.Duration;
import java.time.ZoneId;
import java.util.regex.Pattern;

/**
 * A loss at which a trader stops by itself until a person resets it.
 *
 * <p>What an account is worth is looked at in every interval, and with everything that changes the
 * account. Deposits, withdrawals and transfers move what the loss is measured from, so they are
 * neither gain nor loss. The core keeps the mark and the latch: both survive restarts and whoever
 * declared the breaker.
 *
 * @param name its name within the risk module, like {@code daily.loss}
 * @param mark what the loss is measured from
 * @param limit the loss at which it trips
 * @param interval how often it is looked at, one second to one hour
 * @param flatten whether positions are closed as well; entries stop in any case
 */
public record Breaker(String name, Mark mark, LossLimit limit, Duration interval, boolean flatten) {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,119}");

  /** Checks name and interval. */
  public Breaker {
    if (!FORM.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "breaker \"" + name + "\" must be letters, digits, '.', '_' and '-', at most 120");
    }
    if (interval.compareTo(Duration.ofSeconds(1)) < 0
        || interval.compareTo(Duration.ofHours(1)) > 0) {
      throw new IllegalArgumentException(
          "the interval of breaker " + name + " must be 1s to 1h, not " + interval);
    }
  }

  /** The same with another name. */
  public Breaker named(String other) {
    return new Breaker(other, mark, limit, interval, flatten);
  }

  /** What a loss is measured from. */
  public sealed interface Mark {
    /** A word for it, the same for equal ones: {@code peak}, {@code day Europe/Berlin}. */
    String word();
  }

  /**
   * What the account was worth when the day began.
   *
   * @param zone where days begin
   */
  public record Day(ZoneId zone) implements Mark {
    @Override
    public String word() {
      return "day " + zone;
    }
  }

  /** The most that the account was worth since somebody reset the breaker. */
  public record Peak() implements Mark {
    @Override
    public String word() {
      return "peak";
    }
  }
}
