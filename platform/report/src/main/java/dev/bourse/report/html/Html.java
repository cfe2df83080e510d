package dev.bourse.report.html;

/** Text that cannot break out of where it stands. */
final class Html {
  private Html() {}

  /** The text with everything replaced that HTML would read as markup. */
  static String escape(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.append(c);
      }
    }
    return out.toString();
  }

  /** An element with a class and escaped text. */
  static String element(String name, String styleClass, String text) {
    return "<" + name + " class=\"" + styleClass + "\">" + escape(text) + "</" + name + ">";
  }
}
