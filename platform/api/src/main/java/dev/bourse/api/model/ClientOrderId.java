package dev.bourse.api.model;

/**
 * Our name of an order: trader, strategy tag, epoch and sequence; never used twice.
 *
 * @param value letters, digits, {@code - _ .}, 1 to 40 characters
 */
public record ClientOrderId(String value) implements Comparable<ClientOrderId> {
  /** Checks that the text can stand in a command, a file name and a table. */
  public ClientOrderId {
    Names.require("client order id", value);
  }

  @Override
  public int compareTo(ClientOrderId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
