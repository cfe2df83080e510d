package dev.bourse.api.model;

/**
 * The name of one position among several that a strategy holds of one instrument on one account.
 *
 * <p>A strategy that nets has one position, without a name: {@link #NETTED}. One that hedges names
 * each of its positions, and a named position is never crossed through zero by one order. Names are
 * used again: a strategy that has {@code long} and {@code short} uses them for ever.
 *
 * @param value letters, digits, {@code - _ .}, 1 to 40 characters; empty for {@link #NETTED} alone
 */
public record PositionId(String value) implements Comparable<PositionId> {
  /** The position without a name, of a strategy that nets. */
  public static final PositionId NETTED = new PositionId("");

  /** Checks that the text can stand in a command and a table. */
  public PositionId {
    if (!value.isEmpty()) {
      Names.require("position", value);
    }
  }

  /** The position of a name, {@link #NETTED} for an empty one. */
  public static PositionId of(String name) {
    return name.isEmpty() ? NETTED : new PositionId(name);
  }

  /** Whether it has a name. */
  public boolean isNamed() {
    return !value.isEmpty();
  }

  @Override
  public int compareTo(PositionId other) {
    return value.compareTo(other.value);
  }

  /** The name; nothing for {@link #NETTED}. */
  @Override
  public String toString() {
    return value;
  }
}
