package dev.bourse.api.model;

/** The rule for names that stand in commands, file names and tables. */
final class Names {
  private static final int MOST = 40;

  private Names() {}

  static void require(String what, String value) {
    if (!isAllowed(value)) {
      throw new IllegalArgumentException(
          what
              + " \""
              + value
              + "\" must be 1 to 40 letters, digits, '-', '_' or '.', and not begin with '-' or '.'");
    }
  }

  private static boolean isAllowed(String value) {
    int length = value.length();
    if (length == 0 || length > MOST || !isWord(value.charAt(0))) {
      return false;
    }
    for (int i = 1; i < length; i++) {
      char each = value.charAt(i);
      if (!isWord(each) && each != '-' && each != '.') {
        return false;
      }
    }
    return true;
  }

  private static boolean isWord(char each) {
    return (each >= 'a' && each <= 'z')
        || (each >= 'A' && each <= 'Z')
        || (each >= '0' && each <= '9')
        || each == '_';
  }
}
