package dev.bourse.report.html;

import dev.bourse.report.statistics.RunFigures;
import dev.bourse.report.statistics.SymbolFigures;
import dev.bourse.report.statistics.TripFigures;
import dev.bourse.report.text.Amounts;
import dev.bourse.report.text.Figures;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/** Figures by instrument, the most profitable first, and what each earned in each month. */
final class SymbolTable {
  private static final int MOST = 200;
  private static final int MONTHS = 60;

  private final List<SymbolFigures> symbols;
  private final Amounts amounts;

  SymbolTable(RunFigures figures) {
    this.symbols =
        SymbolFigures.of(figures).stream()
            .sorted(Comparator.comparing(SymbolFigures::profit).reversed())
            .limit(MOST)
            .toList();
    this.amounts = Amounts.of(figures);
  }

  String html() {
    if (symbols.isEmpty()) {
      return "";
    }
    StringBuilder out =
        new StringBuilder("<section class=\"card\"><h2>Instruments</h2>\n")
            .append("<div class=\"scroll\" tabindex=\"0\" role=\"region\"")
            .append(" aria-label=\"Figures by instrument\"><table><thead><tr>")
            .append("<th class=\"text\" scope=\"col\">Instrument</th>");
    for (String name :
        List.of(
            "Profit",
            "Fees",
            "Trips",
            "Win rate",
            "Profit factor",
            "Average",
            "Held",
            "Buy and hold")) {
      out.append("<th scope=\"col\">").append(name).append("</th>");
    }
    out.append("</tr></thead><tbody>\n");
    symbols.forEach(each -> out.append(row(each)));
    out.append("</tbody></table></div>\n");
    return out.append(symbols.size() > 1 ? months() : "").append("</section>\n").toString();
  }

  private String row(SymbolFigures each) {
    TripFigures trips = each.figures();
    String sign = each.profit().signum() < 0 ? "loss" : "gain";
    return "<tr>"
        + Html.element("td", "text", each.instrument().id().toString())
        + Html.element("td", sign, amount(each, each.profit()))
        + Html.element("td", "number", amount(each, each.fees()))
        + Html.element("td", "number", Integer.toString(trips.closed().size()))
        + Html.element("td", "number", Figures.percent(trips.winRate()))
        + Html.element("td", "number", Figures.ratio(trips.profitFactor()))
        + Html.element("td", "number", Figures.percent(trips.shares().mean()))
        + Html.element("td", "number", Figures.percent(each.held()))
        + Html.element("td", "number", Figures.percent(each.holding()))
        + "</tr>\n";
  }

  private String amount(SymbolFigures each, BigDecimal value) {
    return amounts.trade(value) + " " + each.instrument().settlement();
  }

  private String months() {
    TreeSet<YearMonth> all = new TreeSet<>();
    symbols.forEach(each -> all.addAll(each.monthly().keySet()));
    List<YearMonth> shown = all.stream().skip(Math.max(0, all.size() - MONTHS)).toList();
    Heat heat =
        new Heat(
            symbols.stream()
                .flatMap(each -> each.monthly().values().stream())
                .mapToDouble(BigDecimal::doubleValue)
                .toArray());
    StringBuilder out =
        new StringBuilder("<h3>Profit by month in which round trips ended</h3>\n")
            .append("<div class=\"scroll\" tabindex=\"0\" role=\"region\"")
            .append(" aria-label=\"Profit by instrument and month\"><table class=\"heat\"><thead>")
            .append("<tr><th class=\"text\" scope=\"col\">Instrument</th>");
    shown.forEach(month -> out.append("<th scope=\"col\">").append(month).append("</th>"));
    out.append("</tr></thead><tbody>\n");
    for (SymbolFigures each : symbols) {
      out.append("<tr><th class=\"text\" scope=\"row\">")
          .append(Html.escape(each.instrument().id().toString()))
          .append("</th>");
      shown.forEach(month -> out.append(cell(heat, each.monthly().get(month))));
      out.append("</tr>\n");
    }
    return out.append("</tbody></table></div>\n").toString();
  }

  private String cell(Heat heat, @org.jspecify.annotations.Nullable BigDecimal profit) {
    return profit == null
        ? "<td></td>"
        : Html.element("td", heat.style(profit.doubleValue()), amounts.trade(profit));
  }
}
