package dev.bourse.api.model;

/**
 * The name that the user gave to an exchange account; it belongs to exactly one trader.
 *
 * @param value letters, digits, {@code - _ .}, 1 to 40 characters
 */
public record AccountId(String value) implements Comparable<AccountId> {
  /** Checks that the text can stand in a command, a file name and a table. */
  public AccountId {
    Names.require("account", value);
  }

  @Override
  public int compareTo(AccountId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
