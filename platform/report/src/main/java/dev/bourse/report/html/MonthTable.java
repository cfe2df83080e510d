package dev.bourse.report.html;

import dev.bourse.report.statistics.PeriodReturns;
import dev.bourse.report.statistics.RunFigures;
import dev.bourse.report.text.Figures;
import java.time.YearMonth;
import java.util.Map;
import java.util.TreeMap;

/** Monthly returns: a row per year, a column per month that any year has. */
final class MonthTable {
  private final Map<Integer, Map<Integer, Double>> years = new TreeMap<>();
  private int first = 12;
  private int last = 1;

  MonthTable(RunFigures figures) {
    for (Map.Entry<YearMonth, Double> entry : PeriodReturns.monthly(figures.points()).entrySet()) {
      int month = entry.getKey().getMonthValue();
      years
          .computeIfAbsent(entry.getKey().getYear(), absent -> new TreeMap<>())
          .put(month, entry.getValue());
      first = Math.min(first, month);
      last = Math.max(last, month);
    }
  }

  String html() {
    if (years.isEmpty()) {
      return "";
    }
    StringBuilder out =
        new StringBuilder(
            "<section class=\"card\"><h2>Monthly returns</h2>\n<div class=\"scroll\">"
                + "<table class=\"months\"><thead><tr><th scope=\"col\">Year</th>");
    for (int month = first; month <= last; month++) {
      out.append("<th scope=\"col\">").append(TimeAxis.monthName(month)).append("</th>");
    }
    out.append("<th scope=\"col\">Total</th></tr></thead><tbody>\n");
    years.forEach((year, months) -> out.append(row(year, months)));
    return out.append("</tbody></table></div></section>\n").toString();
  }

  private String row(int year, Map<Integer, Double> months) {
    StringBuilder out = new StringBuilder("<tr><th scope=\"row\">").append(year).append("</th>");
    double total = 1;
    for (int month = first; month <= last; month++) {
      Double share = months.get(month);
      out.append(share == null ? "<td></td>" : cell(share));
      total *= share == null ? 1 : 1 + share;
    }
    return out.append(cell(total - 1)).append("</tr>\n").toString();
  }

  private static String cell(double share) {
    String sign = share > 0 ? "gain" : share < 0 ? "loss" : "even";
    return Html.element("td", sign, Figures.percent(share));
  }
}
