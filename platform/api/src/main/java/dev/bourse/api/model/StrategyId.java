package dev.bourse.api.model;

/**
 * The name of a strategy instance within its trader; {@link #MANUAL} owns what people type, {@link
 * #EXTERNAL} what was found at a venue.
 *
 * @param value letters, digits, {@code - _ .}, 1 to 40 characters
 */
public record StrategyId(String value) implements Comparable<StrategyId> {
  /** The owner of orders typed by a person. */
  public static final StrategyId MANUAL = new StrategyId("manual");

  /** The owner of what reconciliation found at a venue and no strategy claims. */
  public static final StrategyId EXTERNAL = new StrategyId("external");

  /** Checks that the text can stand in a command, a file name and a table. */
  public StrategyId {
    Names.require("strategy", value);
  }

  @Override
  public int compareTo(StrategyId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
