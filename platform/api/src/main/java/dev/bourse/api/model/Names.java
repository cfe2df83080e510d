package dev.bourse.api.model;

import java.util.regex.Pattern;

/** The rule for names that stand in commands, file names and tables. */
final class Names {
  private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,39}");

  private Names() {}

  static void require(String what, String value) {
    if (!ALLOWED.matcher(value).matches()) {
      throw new IllegalArgumentException(
          what
              + " \""
              + value
              + "\" must be 1 to 40 letters, digits, '-', '_' or '.', and not begin with '-' or '.'");
    }
  }
}
