package dev.bourse.api.backtest;

import java.util.Locale;

/**
 * What a statistic means. Made by the report bundle; the same for every run.
 *
 * @param name as tables show it, such as {@code Sharpe ratio}
 * @param group the heading that it stands under
 * @param unit what its number counts: {@code money} (the currency of equity), {@code share} (0.01
 *     is one percent), {@code ratio}, {@code count}, {@code seconds} or {@code text} for several
 *     numbers in one
 * @param better which way is better
 * @param formula how it is computed, and over which time or how many days it is annualised
 * @param undefined when it has no value, or empty if it always has one
 * @param differs where other libraries mean something else by the name, or empty
 */
public record Statistic(
    String name,
    String group,
    String unit,
    Better better,
    String formula,
    String undefined,
    String differs) {

  /** Which way a statistic is better. */
  public enum Better {
    /** More is better. */
    HIGHER,
    /** Less is better. */
    LOWER,
    /** It describes a run and says nothing about its worth. */
    NEITHER
  }

  /** The word that commands take for it: {@code sharpe-ratio}. */
  public String key() {
    return key(name);
  }

  /** The word that commands take for a statistic of that name. */
  public static String key(String name) {
    return name.toLowerCase(Locale.ROOT).replace(' ', '-');
  }
}
