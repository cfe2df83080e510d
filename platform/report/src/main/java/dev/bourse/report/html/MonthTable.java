package dev.bourse.report.html;

import dev.bourse.report.statistics.PeriodReturns;
import dev.bourse.report.statistics.RunFigures;
import dev.bourse.report.text.Figures;
import java.time.Year;
import java.time.YearMonth;
import java.util.Map;
import java.util.TreeMap;

/** Monthly returns: a row per year, a column per month that any year has. */
final class MonthTable {
  private final Map<Integer, Map<Integer, Double>> years = new TreeMap<>();
  private int first = 12;
  private int last = 1;
  private final Map<Year, Double> totals;
  private final Heat heat;

  MonthTable(RunFigures figures) {
    Map<YearMonth, Double> shares = PeriodReturns.monthly(figures.points());
    totals = PeriodReturns.yearly(figures.points());
    heat = new Heat(shares.values().stream().mapToDouble(Double::doubleValue).toArray());
    for (Map.Entry<YearMonth, Double> entry : shares.entrySet()) {
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
            "<section class=\"card\"><h2>Monthly and yearly returns</h2>\n<div class=\"scroll\""
                + " tabindex=\"0\" role=\"region\" aria-label=\"Monthly and yearly returns\">"
                + "<table class=\"months heat\"><thead><tr><th scope=\"col\">Year</th>");
    for (int month = first; month <= last; month++) {
      out.append("<th scope=\"col\">").append(TimeAxis.monthName(month)).append("</th>");
    }
    out.append("<th scope=\"col\">Whole year</th></tr></thead><tbody>\n");
    years.forEach((year, months) -> out.append(row(year, months)));
    return out.append("</tbody></table></div></section>\n").toString();
  }

  private String row(int year, Map<Integer, Double> months) {
    StringBuilder out = new StringBuilder("<tr><th scope=\"row\">").append(year).append("</th>");
    for (int month = first; month <= last; month++) {
      Double share = months.get(month);
      out.append(share == null ? "<td></td>" : cell(share, heat.style(share)));
    }
    double total = totals.getOrDefault(Year.of(year), Double.NaN);
    String sign = total > 0 ? "gain" : total < 0 ? "loss" : "even";
    return out.append(cell(total, "whole " + sign)).append("</tr>\n").toString();
  }

  private static String cell(double share, String style) {
    return Html.element("td", style, Figures.percent(share));
  }
}
