package dev.bourse.report.html;

import dev.bourse.api.backtest.Figure;
import dev.bourse.api.backtest.ReportWriter;
import java.util.List;
import java.util.Map;

/** The few numbers that everybody looks for first, large. */
final class Tiles {
  private static final List<String> NAMES =
      List.of(
          ReportWriter.NET_PROFIT,
          "Buy and hold",
          ReportWriter.MAX_DRAWDOWN,
          ReportWriter.SHARPE,
          ReportWriter.ROUND_TRIPS,
          ReportWriter.WIN_RATE,
          ReportWriter.FEES);

  private Tiles() {}

  static String html(Map<String, String> statistics) {
    StringBuilder out = new StringBuilder("<section class=\"tiles\" aria-label=\"Key figures\">\n");
    for (String name : NAMES) {
      String text = statistics.get(name);
      if (text != null) {
        out.append(tile(name, text));
      }
    }
    return out.append("</section>\n").toString();
  }

  private static String tile(String name, String text) {
    int bracket = text.indexOf(" (");
    String value = bracket < 0 ? text : text.substring(0, bracket);
    String rest = bracket < 0 ? "" : text.substring(bracket + 2).replace(")", "");
    return "<div class=\"tile\">"
        + Html.element("span", "name", name)
        + (Figure.isNone(text) ? Html.element("span", "figure", value) : figure(name, value))
        + Html.element("span", "rest", rest)
        + "</div>\n";
  }

  private static String figure(String name, String value) {
    int space = value.indexOf(' ');
    String number = space < 0 ? value : value.substring(0, space);
    String unit = space < 0 ? "" : " " + value.substring(space + 1);
    return "<span class=\"figure"
        + sign(name, value)
        + "\">"
        + Html.escape(number)
        + Html.element("small", "unit", unit)
        + "</span>";
  }

  private static String sign(String name, String value) {
    if (!name.equals(ReportWriter.NET_PROFIT)) {
      return "";
    }
    return value.startsWith("-") ? " loss" : " gain";
  }
}
