package dev.bourse.report.html;

import static dev.bourse.api.model.Side.BUY;
import static dev.bourse.api.model.Side.SELL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.backtest.BacktestResult;
import dev.bourse.report.Reports;
import dev.bourse.report.RunBuilder;
import dev.bourse.report.Week;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

@Tag("P11")
@Tag("N28")
class PageTest {
  private final Reports reports = new Reports();
  private final RunBuilder run = new RunBuilder();

  @Test
  void needsNothingButItself() {
    String page = reports.html(Week.result());

    assertThat(page).startsWith("<!DOCTYPE html>\n<html lang=\"en\">");
    assertThat(page).doesNotContain("http:", "https:", "//", "src=", "@import", "url(", "<script");
  }

  @Test
  void isWellFormedToTheLastTag() throws Exception {
    Document page = parse(reports.html(Week.result()));

    Element root = page.getDocumentElement();

    assertThat(root.getTagName()).isEqualTo("html");
    assertThat(root.getElementsByTagName("figure").getLength()).isEqualTo(5);
    assertThat(root.getElementsByTagName("h1").item(0).getTextContent())
        .isEqualTo("emacross on BTCUSD.BITSTAMP, 1m bars");
  }

  @Test
  void isTheSameInEveryLocale() {
    BacktestResult result = Week.result();
    String expected = reports.html(result);
    Locale before = Locale.getDefault();

    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));

      assertThat(reports.html(result)).isEqualTo(expected);
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void showsHowItWasSimulatedBeforeAnyResult() {
    String page = reports.html(Week.result());

    int assumptions = page.indexOf("What ran, and how fills and fees were simulated");
    int profit = page.indexOf("Net profit");

    assertThat(assumptions).isPositive().isLessThan(profit);
    assertThat(page).contains("<dt>fees</dt><dd>maker 0.25 %, taker 0.25 %</dd>");
    assertThat(page).doesNotContain("class=\"warning\"");
  }

  @Test
  void carriesARedLineWhenTradingWasFree() {
    run.equity("00:00", "10000").equity("01:00", "10000");
    run.filled("01:00", BUY, "0.5", "800.00", "0 USD");

    String page = reports.html(run.build());

    assertThat(page).contains("<p class=\"warning\">Zero cost: no fill paid a fee.");
    assertThat(page).contains(".warning {").contains("color: var(--loss)");
  }

  @Test
  void listsEveryTradeWithItsNumbers() throws Exception {
    run.equity("00:00", "10000").equity("02:00", "10002.99");
    run.filled("01:00", BUY, "0.5", "800.00", "1.00 USD");
    run.filled("02:00", SELL, "0.5", "808.00", "1.01 USD");

    NodeList rows = parse(reports.html(run.build())).getElementsByTagName("tr");

    assertThat(rows.item(rows.getLength() - 1).getTextContent())
        .isEqualTo(
            "1long2013-11-25 01:00:002013-11-25 02:00:001 h 0 m0.5800.00808.002.011.990.50 %--");
  }

  @Test
  void keepsHostileTextsFromBecomingMarkup() throws Exception {
    run.assuming("<b>fees</b>", "1 & \"2\"");
    run.note("<script>alert('x')</script>");

    String page = reports.html(run.build());

    assertThat(page).doesNotContain("<script", "<b>");
    assertThat(page).contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;");
    assertThat(parse(page).getElementsByTagName("li").getLength()).isEqualTo(1);
  }

  @Test
  void saysThatNothingHappenedInAnEmptyRun() throws Exception {
    String page = reports.html(run.build());

    parse(page);

    assertThat(page).contains("The run has no equity curve: it met fewer than two prices.");
    assertThat(page).contains("No order was filled.");
  }

  @Test
  void staysBoundedHoweverMuchWasTraded() throws Exception {
    run.period("2013-11-25T00:00:00Z", "2013-11-26T00:00:00Z");
    run.bar("00:01", "800.00", "801.00", "799.00", "800.00");
    for (int minute = 0; minute < 1440; minute++) {
      String time = "%02d:%02d".formatted(minute / 60, minute % 60);
      run.equity(time, "10000");
      run.filled(time, BUY, "0.5", "800.00", "1.00 USD");
      run.filled(time, SELL, "0.5", "801.00", "1.00 USD");
    }

    Document page = parse(reports.html(run.build()));

    assertThat(page.getElementsByTagName("use").getLength()).isEqualTo(2 + 2 * 240);
    assertThat(page.getElementsByTagName("tr").getLength()).isEqualTo(2 + 2 + 1 + 500);
    assertThat(page.getElementsByTagName("main").item(0).getTextContent())
        .contains("940 more trades are in trades.csv.");
  }

  @Test
  void staysSmallHoweverLongTheRun() {
    run.period("2013-11-25T00:00:00Z", "2014-02-03T00:00:00Z");
    java.time.Instant start = java.time.Instant.parse("2013-11-25T00:00:00Z");
    for (int minute = 0; minute < 100_000; minute++) {
      String time = start.plusSeconds(minute * 60L).toString();
      run.equity(time, Integer.toString(10_000 + minute * 7 % 1_013));
      if (minute % 50 == 0) {
        boolean buy = minute % 100 == 0;
        run.filled(time, buy ? BUY : SELL, "0.5", buy ? "800.00" : "80" + minute % 7, "1.00 USD");
        run.bar(time, "800.00", "809.00", "799.00", "80" + minute % 9);
      }
    }

    String page = reports.html(run.build());

    assertThat(page.length()).isLessThan(1_500_000);
    assertThat(page).contains("Rolling Sharpe ratio").doesNotContain("It needs more than 30 days");
  }

  @Test
  void showsTheStatisticsTheirReasonsAndTheirMeanings() {
    run.equity("00:00", "10000").equity("02:00", "10002.99");

    String page = reports.html(run.build());

    assertThat(page)
        .contains("<dt>Sharpe ratio</dt><dd class=\"none\">- (needs two days)</dd>")
        .contains("<summary>How the figures are defined</summary>")
        .contains("<dt>Treynor ratio</dt><dd>The mean daily return of equity, times 365");
    assertThat(page).doesNotContain("NaN", "Infinity");
  }

  @Test
  void showsFallsInstrumentsAndTheHeatOfMonths() throws Exception {
    run.period("2013-11-25T00:00:00Z", "2014-01-05T00:00:00Z");
    run.equity("2013-11-25T00:00:00Z", "1000").equity("2013-11-29T00:00:00Z", "900");
    run.equity("2013-12-05T00:00:00Z", "1100").equity("2014-01-04T00:00:00Z", "1045");
    run.filled("01:00", BUY, "0.5", "800.00", "1.00 USD");
    run.filled("02:00", SELL, "0.5", "808.00", "1.01 USD");
    run.trading(
        RunBuilder.instrument(
            "ETHUSD.BITSTAMP", new dev.bourse.api.model.Currency("ETH", 8), RunBuilder.USD));
    run.filled("03:00", BUY, "1.0", "80.00", "0 USD").filled("08:00", SELL, "1.0", "79", "0 USD");

    Document page = parse(reports.html(run.build()));

    NodeList rows = page.getElementsByTagName("tr");
    List<String> texts =
        java.util.stream.IntStream.range(0, rows.getLength())
            .mapToObj(i -> rows.item(i).getTextContent())
            .toList();
    assertThat(texts)
        .contains(
            "2013-10.00 %22.22 %10.00 %",
            "10.00 %100.000 USD2013-11-25 00:002013-11-29 00:002013-12-05 00:0010 d 0 h6 d 0 h",
            "5.00 %55.000 USD2013-12-05 00:002014-01-04 00:00open30 d 0 h-",
            "BTCUSD.BITSTAMP1.99 USD2.01 USD1100.00 %-0.50 %0.10 %-",
            "ETHUSD.BITSTAMP-1.00");
    assertThat(reports.html(run.build()))
        .contains("<td class=\"down heat3\">-10.00 %</td>", "<td class=\"up heat5\">22.22 %</td>");
  }

  private static Document parse(String page) throws Exception {
    byte[] bytes = page.getBytes(StandardCharsets.UTF_8);
    return DocumentBuilderFactory.newDefaultInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(bytes));
  }
}
