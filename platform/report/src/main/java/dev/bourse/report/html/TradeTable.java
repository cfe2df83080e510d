package dev.bourse.report.html;

import dev.bourse.report.statistics.RoundTrip;
import dev.bourse.report.statistics.RunFigures;
import dev.bourse.report.text.Amounts;
import dev.bourse.report.text.FeeWords;
import dev.bourse.report.text.Figures;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The list of round trips, bounded. Narrow screens see the columns that matter most. */
final class TradeTable {
  private static final int MOST = 500;

  private final List<RoundTrip> trips;
  private final Amounts amounts;
  private final boolean several;
  private final boolean converted;

  TradeTable(RunFigures figures) {
    this.trips = figures.trips();
    this.amounts = Amounts.of(figures);
    this.several = trips.stream().map(trip -> trip.instrument().id()).distinct().count() > 1;
    this.converted = trips.stream().anyMatch(trip -> !trip.conversions().isEmpty());
  }

  String html() {
    if (trips.isEmpty()) {
      return "<section class=\"card\"><h2>Trades</h2>\n<p class=\"empty\">No order was filled."
          + " The notes say what was denied; orders.csv has every order.</p></section>\n";
    }
    StringBuilder out =
        new StringBuilder("<section class=\"card\"><h2>Trades <span class=\"unit\">")
            .append(trips.size())
            .append(
                "</span></h2>\n<div class=\"scroll tall\" tabindex=\"0\""
                    + " role=\"region\" aria-label=\"Trades\"><table class=\"trades\"><thead>")
            .append(head())
            .append("</thead><tbody>\n");
    for (int i = 0; i < Math.min(MOST, trips.size()); i++) {
      out.append(row(i + 1, trips.get(i)));
    }
    out.append("</tbody></table></div>\n");
    if (trips.size() > MOST) {
      out.append("<p class=\"empty\">")
          .append(trips.size() - MOST)
          .append(" more trades are in trades.csv.</p>\n");
    }
    return out.append("</section>\n").toString();
  }

  private String head() {
    return "<tr><th class=\"wide\">#</th><th class=\"text\">Side</th>"
        + (several ? "<th class=\"text\">Instrument</th>" : "")
        + "<th class=\"text\">Opened, UTC</th><th class=\"text wide\">Closed, UTC</th>"
        + "<th class=\"wide\">Duration</th><th class=\"wide\">Quantity</th><th>Entry</th>"
        + "<th>Exit</th><th class=\"wide\">Fees</th><th>Profit</th>"
        + "<th class=\"wide\">Return</th><th class=\"wide\">Best moment</th>"
        + "<th class=\"wide\">Worst moment</th>"
        + (converted ? "<th class=\"text wide\">Fees in other currencies</th>" : "")
        + "</tr>";
  }

  private String row(int number, RoundTrip trip) {
    int decimals = trip.instrument().priceDecimals();
    String sign = trip.profit().signum() < 0 ? "loss" : "gain";
    return "<tr>"
        + Html.element("td", "wide", Integer.toString(number))
        + Html.element("td", "text", side(trip))
        + (several ? Html.element("td", "text", trip.instrument().id().toString()) : "")
        + "<td class=\"text\">"
        + time(trip.openedAt())
        + "</td><td class=\"text wide\">"
        + (trip.open() ? "still open" : time(trip.closedAt()))
        + "</td>"
        + Html.element("td", "wide", Figures.duration(trip.duration()))
        + Html.element("td", "wide", Figures.trimmed(trip.entered()))
        + Html.element("td", "number", price(trip.entryPrice(), decimals))
        + Html.element("td", "number", price(trip.exitPrice(), decimals))
        + Html.element("td", "wide", amounts.trade(trip.fees()))
        + Html.element("td", sign, amounts.trade(trip.profit()))
        + Html.element("td", "wide " + sign, Figures.percent(trip.profitShare()))
        + Html.element("td", "wide", moment(trip.best()))
        + Html.element("td", "wide", moment(trip.worst()))
        + (converted ? Html.element("td", "text wide", FeeWords.of(trip.conversions())) : "")
        + "</tr>\n";
  }

  private static String side(RoundTrip trip) {
    String word = trip.side().name().toLowerCase(Locale.ROOT);
    return trip.position().isNamed() ? word + " " + trip.position() : word;
  }

  private String moment(@Nullable BigDecimal amount) {
    return amount == null ? Figures.NONE : amounts.trade(amount);
  }

  private static String time(long nanos) {
    String iso = Figures.time(nanos);
    int t = iso.indexOf('T');
    String clock = iso.substring(t + 1, iso.length() - 1);
    int seconds = clock.lastIndexOf(':');
    return iso.substring(0, t)
        + " "
        + clock.substring(0, seconds)
        + Html.element("span", "wide", clock.substring(seconds));
  }

  private static String price(Optional<BigDecimal> price, int decimals) {
    return price.map(value -> Figures.amount(value, decimals)).orElse(Figures.NONE);
  }
}
