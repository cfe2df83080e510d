package dev.bourse.api.model;

/**
 * The name of a trader, unique in one installation.
 *
 * @param value letters, digits, {@code - _ .}, 1 to 40 characters
 */
public record TraderId(String value) implements Comparable<TraderId> {
  /** Checks that the text can stand in a command, a file name and a table. */
  public TraderId {
    Names.require("trader", value);
  }

  @Override
  public int compareTo(TraderId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
