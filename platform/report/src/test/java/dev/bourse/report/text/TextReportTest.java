package dev.bourse.report.text;

import static dev.bourse.api.model.Side.BUY;
import static dev.bourse.api.model.Side.SELL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.backtest.BacktestResult;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.report.Reports;
import dev.bourse.report.RunBuilder;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("P11")
@Tag("N28")
class TextReportTest {
  private final RunBuilder run = new RunBuilder();

  @Test
  void saysHowItWasSimulatedBeforeWhatItEarned() {
    traded();

    String page = new Reports().text(run.build());

    assertThat(page)
        .isEqualTo(
            """
            emacross on BTCUSD.BITSTAMP, 1m bars
            2013-11-25T00:00:00Z to 2013-11-25T10:00:00Z (10 h 0 m)

            What ran, and how fills and fees were simulated
              fills     next open
              slippage  1 tick

            Equity
              Start equity  10000.00 USD
              End equity    10007.98 USD
              Net profit    7.98 USD (0.08 %)
              Total return  0.08 %
              CAGR          - (needs two days)
              Buy and hold  2.50 %

            Drawdown
              Max drawdown      50.00 USD (0.50 %)
              Longest drawdown  6 h 0 m
              Average drawdown  0.29 %
              Calmar ratio      - (needs two days)
              Recovery factor   0.16

            Daily returns
              Average day          0.08 %
              Average winning day  0.08 %
              Average losing day   - (no losing day)
              Best day             0.08 %
              Worst day            0.08 %
              Volatility           - (needs two days)
              Skewness             - (needs three days)
              Kurtosis             - (needs four days)

            Return against risk
              Sharpe ratio       - (needs two days)
              Sortino ratio      - (needs two days)
              Risk return ratio  - (needs two days)

            Against buy and hold
              Beta               - (needs two days)
              Alpha              - (needs two days)
              Treynor ratio      - (needs two days)
              Tracking error     - (needs two days)
              Information ratio  - (needs two days)

            Orders and round trips
              Orders                 5 (1 denied, 4 filled)
              Fills                  4
              Round trips            2
              Win rate               50.00 %
              Long ratio             100.00 %
              Profit factor          2.00
              Payoff ratio           2.00
              Kelly share            25.00 %
              Expectancy             3.99 USD
              Best trade             15.96 USD
              Worst trade            -7.98 USD
              Average trade return   0.99 %
              Median trade return    0.99 %
              Trade deviation        4.24 %
              System quality number  0.33
              Most wins in a row     1
              Most losses in a row   1
              Average duration       1 h 30 m
              Average best moment    - (prices were not kept)
              Average worst moment   - (prices were not kept)

            Winners and losers
              Average win    15.96 USD
              Largest win    15.96 USD
              Smallest win   15.96 USD
              Average loss   -7.98 USD
              Largest loss   -7.98 USD
              Smallest loss  -7.98 USD

            Exposure
              Time in the market  30.00 %
              Average exposure    0.00 %
              Largest exposure    0.00 %

            Costs
              Fees              4.02 USD
              Turnover          1608.00 USD
              Average slippage  - (no expected price)

            Notes
              1 order was denied with BELOW_MIN_NOTIONAL: notional=0.80 min=1.00.
            """);
  }

  @Test
  void hasAnAnswerForEveryFigureOfAnEmptyRun() {
    BacktestResult nothing = run.build();

    Map<String, String> statistics = new Reports().statistics(nothing);

    assertThat(statistics.toString())
        .isEqualTo(
            "{Start equity=- (no price was met), End equity=- (no price was met), "
                + "Net profit=- (no price was met), Total return=- (nothing to begin with), "
                + "CAGR=- (needs two days), Buy and hold=- (no price was met), "
                + "Max drawdown=- (no price was met), Longest drawdown=- (no price was met), "
                + "Average drawdown=- (equity never fell), Calmar ratio=- (needs two days), "
                + "Recovery factor=- (equity never fell), Average day=- (no day), "
                + "Average winning day=- (no winning day), Average losing day=- (no losing day), "
                + "Best day=- (no day), Worst day=- (no day), Volatility=- (needs two days), "
                + "Skewness=- (needs three days), Kurtosis=- (needs four days), "
                + "Sharpe ratio=- (needs two days), Sortino ratio=- (needs two days), "
                + "Risk return ratio=- (needs two days), Beta=- (needs two days), "
                + "Alpha=- (needs two days), Treynor ratio=- (needs two days), "
                + "Tracking error=- (needs two days), Information ratio=- (needs two days), "
                + "Orders=0, Fills=0, Round trips=0, Win rate=- (no round trip), "
                + "Long ratio=- (no round trip), Profit factor=- (no round trip), "
                + "Payoff ratio=- (needs a win and a loss), "
                + "Kelly share=- (needs a win and a loss), Expectancy=- (no round trip), "
                + "Best trade=- (no round trip), Worst trade=- (no round trip), "
                + "Average trade return=- (no round trip), "
                + "Median trade return=- (no round trip), "
                + "Trade deviation=- (needs two round trips), "
                + "System quality number=- (needs two round trips that differ), "
                + "Most wins in a row=0, Most losses in a row=0, "
                + "Average duration=- (no round trip), Average best moment=- (no round trip), "
                + "Average worst moment=- (no round trip), Average win=- (no win), "
                + "Largest win=- (no win), Smallest win=- (no win), Average loss=- (no loss), "
                + "Largest loss=- (no loss), Smallest loss=- (no loss), "
                + "Time in the market=0.00 %, Average exposure=- (no equity), "
                + "Largest exposure=- (no equity), Fees=0, Turnover=0, "
                + "Average slippage=- (no expected price)}");
  }

  @Test
  void readsTheSameInEveryLocale() {
    traded();
    BacktestResult result = run.build();
    String expected = new Reports().text(result);
    Locale before = Locale.getDefault();

    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));

      assertThat(new Reports().text(result)).isEqualTo(expected);
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void warnsWhenTradingWasFree() {
    run.assuming("slippage", "0 ticks").assuming("latency", "0 ms");
    run.filled("01:00", BUY, "0.5", "800.00", "0 USD");

    String page = new Reports().text(run.build());

    assertThat(page)
        .contains(
            """
            Do not trust the profit
              Zero cost: no fill paid a fee. A venue would have charged one, so the profit is too high.
              Zero slippage: every order got the price it saw. Real fills are worse.
              Zero latency: every order was at the venue at once. Real orders travel.
            """);
  }

  @Test
  void doesNotTakeTheLatencyOfDataForThatOfOrders() {
    run.assuming("latency", "100 ms from decision to venue");
    run.assuming("data latency", "0 ms from event to trader").assuming("slippage", "1 tick");
    run.filled("01:00", BUY, "0.5", "800.00", "1 USD");

    String page = new Reports().text(run.build());

    assertThat(page).doesNotContain("Do not trust the profit");
  }

  @Test
  void givesSmallTradesMoreDigitsThanTheEquity() {
    run.equity("00:00", "10000").equity("10:00", "9999.86572850");
    run.filled("01:00", BUY, "0.01", "805.43", "0.04027150 USD");
    run.filled("02:00", SELL, "0.01", "800.18", "0.04000900 USD");

    Map<String, String> statistics = new Reports().statistics(run.build());

    assertThat(statistics).containsEntry("End equity", "9999.87 USD");
    assertThat(statistics).containsEntry("Worst trade", "-0.1328 USD");
  }

  @Test
  void keepsRoundTripsOfAnotherQuoteCurrencyOutOfTheSums() {
    run.equity("00:00", "10000").equity("10:00", "10000");
    run.trading(
        RunBuilder.instrument(
            "ETHBTC.BITSTAMP", new dev.bourse.api.model.Currency("ETH", 8), RunBuilder.BTC));
    run.filled("01:00", BUY, "1.0", "0.05", "0 BTC");
    run.filled("02:00", SELL, "1.0", "0.06", "0 BTC");

    Map<String, String> statistics = new Reports().statistics(run.build());

    assertThat(statistics)
        .containsEntry("Round trips", "0")
        .containsEntry("Best trade", "- (no round trip)");
    assertThat(statistics).containsEntry("Turnover", "0.11 BTC");
  }

  private void traded() {
    run.assuming("fills", "next open").assuming("slippage", "1 tick");
    run.bar("00:01", "800.00", "801.00", "799.00", "800.00");
    run.bar("09:59", "819.00", "821.00", "818.00", "820.00");
    run.filled("01:00", BUY, "0.5", "800.00", "1.00 USD");
    run.filled("02:00", SELL, "0.5", "836.00", "1.04 USD");
    run.filled("03:00", BUY, "0.5", "796.00", "0.99 USD");
    run.filled("05:00", SELL, "0.5", "784.00", "0.99 USD");
    run.order("denied", BUY, "0.001", OrderStatus.DENIED, "800.00");
    run.equity("00:00", "10000").equity("02:00", "10015.96");
    run.equity("03:00", "9965.96").equity("04:00", "10015.96").equity("10:00", "10007.98");
    run.note("1 order was denied with BELOW_MIN_NOTIONAL: notional=0.80 min=1.00.");
  }
}
