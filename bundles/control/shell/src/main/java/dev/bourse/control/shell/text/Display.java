package dev.bourse.control.shell.text;

import dev.bourse.api.model.Currency;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Rate;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Values as text for people: exact, without noise, the same in every locale. */
public final class Display {
  /** What stands where there is no value. */
  public static final String NONE = "-";

  private static final int MONEY_DECIMALS = 2;
  private static final int DIGITS = 7;
  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'", Locale.ROOT);
  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT);

  private Display() {}

  /** {@code 12.50 USD}: zeros at the end cut down to two decimals. */
  public static String money(Money money) {
    return amount(money) + " " + money.currency();
  }

  /** {@code 12.50}: the amount of {@link #money}. */
  public static String amount(Money money) {
    BigDecimal exact = new BigDecimal(money.raw().toBigInteger(), money.currency().decimals());
    return cut(exact, Math.min(MONEY_DECIMALS, money.currency().decimals()));
  }

  /**
   * {@code 10012.35 USD}: an amount that depends on a price, rounded half even to about seven
   * digits and at least two decimals.
   */
  public static String estimate(Money money) {
    BigDecimal exact = new BigDecimal(money.amount());
    int before = Math.max(1, exact.abs().precision() - exact.scale());
    int decimals = Math.max(MONEY_DECIMALS, DIGITS - before);
    if (exact.scale() <= decimals) {
      return money(money);
    }
    BigDecimal rounded = exact.setScale(decimals, RoundingMode.HALF_EVEN);
    return cut(rounded, MONEY_DECIMALS) + " " + money.currency();
  }

  /** Estimates, one per currency; {@link #NONE} if there are none. */
  public static String estimate(Collection<Money> amounts) {
    return amounts.isEmpty()
        ? NONE
        : amounts.stream().map(Display::estimate).collect(Collectors.joining(", "));
  }

  /** Amounts, one per currency; {@link #NONE} if there are none. */
  public static String money(Collection<Money> amounts) {
    return amounts.isEmpty()
        ? NONE
        : amounts.stream().map(Display::money).collect(Collectors.joining(", "));
  }

  /** {@code 0.01}: all zeros at the end cut. */
  public static String quantity(Quantity quantity) {
    return cut(BigDecimal.valueOf(quantity.raw(), quantity.decimals()), 0);
  }

  /** {@code 0.01 BTC}. */
  public static String quantity(Quantity quantity, Currency base) {
    return quantity(quantity) + " " + base;
  }

  /** {@code 805.10}: a price as its tick has it. */
  public static String price(Price price) {
    return price.toString();
  }

  /** A price as its tick has it, or {@link #NONE}. */
  public static String price(Optional<Price> price) {
    return price.map(Display::price).orElse(NONE);
  }

  /** A computed price: zeros at the end cut down to the given decimals. */
  public static String price(Price price, int decimals) {
    return cut(BigDecimal.valueOf(price.raw(), price.decimals()), decimals);
  }

  /** {@code 0.25 %}. */
  public static String percent(Rate rate) {
    return cut(BigDecimal.valueOf(rate.raw(), 4), 0) + " %";
  }

  /** {@code 2013-11-25T00:01:02Z}, with milliseconds where there are any. */
  public static String time(long nanos) {
    if (nanos == Long.MIN_VALUE || nanos == Long.MAX_VALUE) {
      return NONE;
    }
    long second = TimeUnit.SECONDS.toNanos(1);
    if (Math.floorMod(nanos, second) >= TimeUnit.MILLISECONDS.toNanos(1)) {
      return millis(nanos);
    }
    return SECONDS.format(
        LocalDateTime.ofEpochSecond(Math.floorDiv(nanos, second), 0, ZoneOffset.UTC));
  }

  /** {@code 2013-11-25T00:01:02.000Z}: always with milliseconds, so that columns align. */
  public static String millis(long nanos) {
    long second = TimeUnit.SECONDS.toNanos(1);
    return MILLIS.format(
        LocalDateTime.ofEpochSecond(
            Math.floorDiv(nanos, second), (int) Math.floorMod(nanos, second), ZoneOffset.UTC));
  }

  /** {@code 350 ms}, {@code 2 s}, {@code 3 m 12 s}, {@code 6 d 15 h}: the two largest units. */
  public static String duration(long nanos) {
    long seconds = TimeUnit.NANOSECONDS.toSeconds(nanos);
    if (seconds == 0) {
      return small(nanos);
    } else if (seconds < 60) {
      return seconds + " s";
    } else if (seconds < 3_600) {
      return seconds / 60 + " m " + seconds % 60 + " s";
    } else if (seconds < 86_400) {
      return seconds / 3_600 + " h " + seconds % 3_600 / 60 + " m";
    }
    return seconds / 86_400 + " d " + seconds % 86_400 / 3_600 + " h";
  }

  /** {@code buy} of {@code BUY}, {@code partially filled} of {@code PARTIALLY_FILLED}. */
  public static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** What is at stake at a venue that is a sandbox, or is not, or did not say so yet. */
  public static String stake(Optional<Boolean> sandbox) {
    return sandbox.map(each -> each ? "not real" : "real").orElse(NONE);
  }

  /** {@code 1 order}, {@code 2 orders}. */
  public static String count(long count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }

  private static String small(long nanos) {
    if (nanos < TimeUnit.MILLISECONDS.toNanos(1)) {
      return nanos / 1_000 + " us";
    }
    return TimeUnit.NANOSECONDS.toMillis(nanos) + " ms";
  }

  private static String cut(BigDecimal value, int decimals) {
    BigDecimal stripped = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    return stripped.scale() < decimals
        ? stripped.setScale(decimals).toPlainString()
        : stripped.toPlainString();
  }
}
