package dev.bourse.report.html;

import dev.bourse.report.statistics.Fall;
import dev.bourse.report.statistics.RunFigures;
import dev.bourse.report.text.Amounts;
import dev.bourse.report.text.Figures;
import java.util.List;

/** The deepest falls of equity, bounded. */
final class FallTable {
  private static final int MOST = 10;

  private final List<Fall> falls;
  private final int all;
  private final Amounts amounts;

  FallTable(RunFigures figures) {
    this.falls = Fall.deepest(figures.falls(), MOST);
    this.all = figures.falls().size();
    this.amounts = Amounts.of(figures);
  }

  String html() {
    if (falls.isEmpty()) {
      return "";
    }
    StringBuilder out =
        new StringBuilder("<section class=\"card\"><h2>Drawdowns <span class=\"unit\">")
            .append(all > MOST ? "the deepest " + MOST + " of " + all : Integer.toString(all))
            .append("</span></h2>\n<div class=\"scroll\" tabindex=\"0\" role=\"region\"")
            .append(" aria-label=\"Drawdowns\"><table class=\"falls\"><thead><tr>")
            .append("<th scope=\"col\">Depth</th><th scope=\"col\">Amount</th>")
            .append("<th class=\"text\" scope=\"col\">Start</th>")
            .append("<th class=\"text\" scope=\"col\">Trough</th>")
            .append("<th class=\"text\" scope=\"col\">End</th><th scope=\"col\">Length</th>")
            .append("<th scope=\"col\">Recovery</th></tr></thead><tbody>\n");
    falls.forEach(fall -> out.append(row(fall)));
    return out.append("</tbody></table></div></section>\n").toString();
  }

  private String row(Fall fall) {
    return "<tr>"
        + Html.element("td", "loss", Figures.percent(fall.share()))
        + Html.element("td", "number", amounts.text(fall.amount()))
        + Html.element("td", "text", Figures.minute(fall.peakAt()))
        + Html.element("td", "text", Figures.minute(fall.troughAt()))
        + Html.element("td", "text", fall.recovered() ? Figures.minute(fall.endAt()) : "open")
        + Html.element("td", "number", Figures.duration(fall.length()))
        + Html.element("td", "number", fall.recovery().map(Figures::duration).orElse(Figures.NONE))
        + "</tr>\n";
  }
}
