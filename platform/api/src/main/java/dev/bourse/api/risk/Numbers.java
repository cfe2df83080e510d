package dev.bourse.api.risk;

import java.util.Objects;

/**
 * What a risk module looked at: names and values, {@code notional=500.00 USD open_orders=1}.
 * Immutable; the text is made when somebody reads it, because every order carries its numbers and
 * few are read. Equal if the texts are.
 */
public final class Numbers {
  private final Object[] namesAndValues;

  private Numbers(Object[] namesAndValues) {
    this.namesAndValues = namesAndValues;
  }

  /** Numbers that are text already. */
  public static Numbers of(String text) {
    return new Numbers(new Object[] {text});
  }

  /** One name and its value. The value must be immutable; its {@code toString} is shown. */
  public static Numbers of(String name, Object value) {
    return new Numbers(new Object[] {name, value});
  }

  /** Two names and their values. */
  public static Numbers of(String name1, Object value1, String name2, Object value2) {
    return new Numbers(new Object[] {name1, value1, name2, value2});
  }

  /** Three names and their values. */
  public static Numbers of(
      String name1, Object value1, String name2, Object value2, String name3, Object value3) {
    return new Numbers(new Object[] {name1, value1, name2, value2, name3, value3});
  }

  @Override
  public String toString() {
    if (namesAndValues.length == 1) {
      return (String) namesAndValues[0];
    }
    StringBuilder text = new StringBuilder(64);
    for (int i = 0; i < namesAndValues.length; i += 2) {
      text.append(i == 0 ? "" : " ").append(namesAndValues[i]);
      text.append('=').append(namesAndValues[i + 1]);
    }
    return text.toString();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Numbers numbers && numbers.toString().equals(toString());
  }

  @Override
  public int hashCode() {
    return Objects.hashCode(toString());
  }
}
