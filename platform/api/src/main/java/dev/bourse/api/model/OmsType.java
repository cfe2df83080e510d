package dev.bourse.api.model;

import java.util.Locale;

/** How a strategy's fills make positions. */
public enum OmsType {
  /** One position per account and instrument: a fill against it makes it smaller, or turns it. */
  NETTING,
  /** Several positions of one instrument side by side, each with a {@link PositionId name}. */
  HEDGING;

  /**
   * The type of a word, {@code netting} or {@code hedging} in any case; throws {@link
   * IllegalArgumentException} for others.
   */
  public static OmsType of(String word) {
    for (OmsType each : values()) {
      if (each.name().equalsIgnoreCase(word.strip())) {
        return each;
      }
    }
    throw new IllegalArgumentException("oms=" + word + " must be netting or hedging");
  }

  /** {@code netting} or {@code hedging}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
