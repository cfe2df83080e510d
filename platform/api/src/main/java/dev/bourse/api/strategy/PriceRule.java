package dev.bourse.api.strategy;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The price by which signals are judged before they hold anything: one rule in every mode. */
public enum PriceRule {
  /**
   * The mean of the typical prices (high + low + close) / 3 of the last closed bars, weighted with
   * their volumes; the plain mean of their closes if nothing was traded.
   */
  VWAP,
  /** The close of the last closed bar. */
  CLOSE;

  /** Reads {@code vwap}; throws {@link IllegalArgumentException} that names what there is. */
  public static PriceRule of(String text) {
    return Arrays.stream(values())
        .filter(each -> each.toString().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "price rule \""
                        + text
                        + "\" must be one of "
                        + Arrays.stream(values())
                            .map(PriceRule::toString)
                            .collect(Collectors.joining(", "))));
  }

  /** {@code vwap}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
