package dev.bourse.report.html;

import dev.bourse.api.backtest.Figure;
import dev.bourse.api.backtest.Statistic;
import dev.bourse.report.catalogue.Catalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** All statistics under their headings, and what they mean. */
final class FigureCards {
  private FigureCards() {}

  /** The statistics by heading; what the catalogue does not know comes last. */
  static String html(Map<String, String> statistics) {
    StringBuilder out = new StringBuilder("<section class=\"card figures\"><h2>Statistics</h2>\n");
    Catalogue.grouped(statistics).forEach((group, rows) -> out.append(card(group, rows)));
    return out.append("</section>\n").toString();
  }

  private static String card(String group, Map<String, String> rows) {
    StringBuilder out = new StringBuilder("<div class=\"group\"><h3>").append(Html.escape(group));
    out.append("</h3><dl>\n");
    rows.forEach(
        (name, text) ->
            out.append("<div><dt>")
                .append(Html.escape(name))
                .append(Figure.isNone(text) ? "</dt><dd class=\"none\">" : "</dt><dd>")
                .append(Html.escape(text))
                .append("</dd></div>\n"));
    return out.append("</dl></div>\n").toString();
  }

  /** What each statistic means, folded. */
  static String definitions() {
    StringBuilder out =
        new StringBuilder(
            "<details>\n<summary>How the figures are defined</summary>\n<p>Days are UTC days, a year"
                + " has 365 of them, the risk-free rate is zero. A dash means that there is no"
                + " value; the reason stands beside it.</p>\n<dl>\n");
    for (Statistic each : Catalogue.definitions()) {
      List<String> sentences = new ArrayList<>(List.of(each.formula()));
      if (!each.undefined().isEmpty()) {
        sentences.add("No value: " + each.undefined());
      }
      if (!each.differs().isEmpty()) {
        sentences.add("Elsewhere: " + each.differs());
      }
      out.append("<dt>").append(Html.escape(each.name())).append("</dt><dd>");
      out.append(Html.escape(String.join(" ", sentences))).append("</dd>\n");
    }
    return out.append("</dl>\n</details>\n").toString();
  }
}
