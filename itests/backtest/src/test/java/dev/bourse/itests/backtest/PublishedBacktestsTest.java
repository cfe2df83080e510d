package dev.bourse.itests.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bourse.api.backtest.BacktestResult;
import dev.bourse.api.backtest.BacktestResult.EquityPoint;
import dev.bourse.api.backtest.Figure;
import dev.bourse.api.model.Fill;
import dev.bourse.api.model.Side;
import dev.bourse.report.Reports;
import dev.bourse.report.statistics.RoundTrip;
import dev.bourse.report.statistics.RoundTrips;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Backtests that others published, run through ours. Their rules are selected by settings, see
 * {@link CaseRun}; where they sell short, the account is one on margin without leverage. Figures
 * that ours define otherwise are computed by the case's own definition from our curve of equity and
 * our list of trades ({@link TheirFigures}).
 */
@Tag("outside")
@Tag("P11")
class PublishedBacktestsTest {
  @TempDir Path folder;

  @Test
  @Tag("N28")
  void p01AllInBothWaysOnACrossOfAverages() throws IOException {
    PublishedCase published = PublishedCase.of("P01");
    List<String> bars = published.bars("backtesting.py/GOOG.csv", "2");
    double[] closes = bars.stream().mapToDouble(bar -> Double.parseDouble(last(bar))).toArray();
    CaseRun run = CaseRun.ofOpenAndClose(bars).onMargin();

    BacktestResult result =
        run.run(folder, new AllInCross(new Crossing(10, 30), bars.size()), "10000");

    Map<String, Double> figures = TheirFigures.of(result, closes, 29);
    List<RoundTrip> trips = RoundTrips.of(result);
    assertThat(figures).hasSize(28);
    figures.forEach(
        (name, value) -> {
          double expected = Double.parseDouble(published.value(name));
          assertThat(value).as(name).isCloseTo(expected, within(Math.abs(expected) * 1e-8));
        });
    assertThat(ours(result, "Win rate") * 100).isCloseTo(figures.get("Win Rate %"), within(1e-9));
    assertThat(ours(result, "Kelly share")).isCloseTo(figures.get("Kelly"), within(1e-9));
    assertThat(ours(result, "System quality number")).isCloseTo(figures.get("SQN"), within(1e-9));
    assertThat(TheirFigures.text(result, trips.get(0))).isEqualTo(published.value("first trade"));
    assertThat(published.value("last trade"))
        .startsWith(TheirFigures.text(result, trips.get(trips.size() - 1)));
  }

  @ParameterizedTest(name = "spread {1}, {2} and {3} of the price")
  @CsvSource({"0, 0.01, 0, 0.01", "1, 0, 100, 0.01", "2, 0, 0, 0.01"})
  void p04ASpreadOnEntriesAndCommissions(int number, String spread, String fixed, String share)
      throws IOException {
    PublishedCase published = PublishedCase.of("P04");
    CaseRun run =
        CaseRun.ofOpenAndClose(published.bars("backtesting.py/GOOG.csv", "2").subList(0, 20))
            .onMargin()
            .rule("tick", "0.0001")
            .rule("quote.decimals", "8")
            .with("slippage.rate", spread)
            .with("slippage.on", "entries")
            .with("fee.order", fixed)
            .with("fee.maker", share)
            .with("fee.taker", share);

    BacktestResult result = run.run(folder, new AllInOnce(spread, fixed, share), "10000");

    List<BigDecimal> expected = published.numbers("equity", number);
    List<BigDecimal> equity = TheirFigures.atCloses(result);
    assertThat(prices(result, Side.BUY)).hasSize(1);
    assertThat(equity.subList(2, 4))
        .extracting(each -> each.setScale(2, RoundingMode.HALF_EVEN))
        .usingElementComparator(BigDecimal::compareTo)
        .isEqualTo(expected);
  }

  @Test
  void p05AFeePerOrderAndAShareAndATakeProfitInAGap() throws IOException {
    PublishedCase published = PublishedCase.of("P05");
    List<String> bars = new ArrayList<>();
    for (String price : List.of("1", "1", "1", "2", "4", "1", "2")) {
      bars.add(String.join(",", "2024-01-0" + (bars.size() + 1), price, price, price, price));
    }
    CaseRun run = CaseRun.ofBars(bars).with("fee.order", "10");
    run.with("fee.maker", "0.01").with("fee.taker", "0.01");

    BacktestResult result = run.run(folder, new TakesProfit(1, "100", "3"), "5000");

    BigDecimal paid =
        result.fills().stream()
            .map(fill -> new BigDecimal(fill.fee().amount()))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(prices(result, Side.SELL)).containsExactly("4.00");
    assertThat(paid).isEqualByComparingTo(published.value("commissions paid"));
    assertThat(new BigDecimal(end(result).equity().amount()))
        .isEqualByComparingTo(published.value("final equity"));
  }

  @Test
  void p08TheCloseAcrossItsAverageOverOneYear() throws IOException {
    PublishedCase published = PublishedCase.of("P08");
    List<String> bars = published.bars("backtrader/2006-day-001.txt", "2006-");
    AverageCross strategy = new AverageCross(15);

    BacktestResult result = CaseRun.ofBars(bars).run(folder, strategy, "10000");

    assertThat(bars).hasSize(255);
    assertThat(strategy.decidedAt(Side.BUY)).isEqualTo(published.values("buycreate"));
    assertThat(strategy.decidedAt(Side.SELL)).isEqualTo(published.values("sellcreate"));
    assertThat(prices(result, Side.BUY)).isEqualTo(published.values("buyexec"));
    assertThat(prices(result, Side.SELL)).isEqualTo(published.values("sellexec"));
    assertThat(end(result).equity().amount()).isEqualTo(published.value("finalValue"));
    assertThat(end(result).equity().minus(end(result).exposure()).amount())
        .isEqualTo(published.value("finalCash"));
  }

  @Test
  void p09TheSameSignalsAsAFuture() throws IOException {
    PublishedCase published = PublishedCase.of("P09");
    CaseRun run =
        CaseRun.ofBars(published.bars("backtrader/2006-day-001.txt", "2006-"))
            .onMargin()
            .rule("contract.size", published.value("multiplier"))
            .with("fee.unit", published.value("commissionPerUnit"))
            .with("leverage", "10");

    BacktestResult result = run.run(folder, new AverageCross(15), published.value("cash"));

    List<RoundTrip> trips = RoundTrips.of(result);
    BigDecimal value = new BigDecimal(end(result).equity().amount());
    BigDecimal held = trips.get(trips.size() - 1).entered();
    BigDecimal margin = held.multiply(new BigDecimal(published.value("margin")));
    BigDecimal cash = new BigDecimal(published.value("cash"));
    assertThat(value).isEqualByComparingTo(published.value("finalValue"));
    assertThat(value.subtract(margin)).isEqualByComparingTo(published.value("finalCash"));
    assertThat(TheirFigures.qualityOverAll(trips))
        .isCloseTo(Double.parseDouble(published.value("SQN")), within(1e-12));
    assertThat(value.divide(cash).subtract(BigDecimal.ONE))
        .isEqualByComparingTo(published.value("yearReturn"));
  }

  @Test
  void p10TenSharesLongOrShortOverOneYear() throws IOException {
    PublishedCase published = PublishedCase.of("P10");
    List<String> bars = published.bars("pyalgotrade/orcl-2001-yahoofinance.csv", "2001-");

    BacktestResult result =
        CaseRun.ofBars(bars)
            .onMargin()
            .run(folder, new Reverses(new Crossing(10, 25), 10), published.value("cash"));

    assertThat(bars).hasSize(248);
    assertThat(new BigDecimal(end(result).equity().amount()))
        .isEqualByComparingTo(published.value("finalValue"));
  }

  /** What our own statistic says, where both mean the same. */
  private static double ours(BacktestResult result, String name) {
    return new Reports()
        .figures(result).stream()
            .filter(figure -> figure.name().equals(name))
            .map(Figure::value)
            .findFirst()
            .orElseThrow()
            .doubleValue();
  }

  private static String last(String bar) {
    return bar.substring(bar.lastIndexOf(',') + 1);
  }

  private static List<String> prices(BacktestResult result, Side side) {
    return result.fills().stream()
        .filter(fill -> fill.side() == side)
        .map(Fill::price)
        .map(Object::toString)
        .toList();
  }

  private static EquityPoint end(BacktestResult result) {
    return result.equity().get(result.equity().size() - 1);
  }
}
