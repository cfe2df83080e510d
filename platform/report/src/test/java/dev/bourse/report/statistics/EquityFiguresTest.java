package dev.bourse.report.statistics;

import static dev.bourse.report.RunBuilder.USD;
import static dev.bourse.report.RunBuilder.time;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bourse.api.backtest.BacktestResult.EquityPoint;
import dev.bourse.api.model.Money;
import dev.bourse.report.RunBuilder;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class EquityFiguresTest {
  @Test
  void findsTheDeepestFallByShare() {
    List<EquityPoint> points =
        curve("00:00", "1000", "01:00", "900", "02:00", "5000", "03:00", "4600", "05:00", "4700");

    Drawdown drawdown = Drawdown.of(points);

    assertThat(drawdown.amount()).isEqualTo(Money.of("100", USD));
    assertThat(drawdown.share()).isEqualTo(0.1);
    assertThat(drawdown.peakAt()).isEqualTo(time("00:00"));
    assertThat(drawdown.troughAt()).isEqualTo(time("01:00"));
    assertThat(drawdown.longest()).isEqualTo(TimeUnit.HOURS.toNanos(3));
  }

  @Test
  void findsNoFallOnARisingCurve() {
    List<EquityPoint> points = curve("00:00", "1000", "01:00", "1000", "02:00", "1001");

    Drawdown drawdown = Drawdown.of(points);

    assertThat(drawdown)
        .isEqualTo(new Drawdown(Money.of("0", USD), 0, time("00:00"), time("00:00"), 0));
  }

  @Test
  void countsADayWithoutPricesAsNoChange() {
    List<EquityPoint> points =
        curve(
            "2013-11-25T08:00:00Z", "1000",
            "2013-11-25T23:59:59Z", "1100",
            "2013-11-28T00:00:00Z", "990");

    List<Double> returns = PeriodReturns.daily(points);

    assertThat(returns).hasSize(4);
    assertThat(returns.get(0)).isCloseTo(0.1, within(1e-12));
    assertThat(returns.get(1)).isZero();
    assertThat(returns.get(2)).isZero();
    assertThat(returns.get(3)).isCloseTo(-0.1, within(1e-12));
  }

  @Test
  void measuresMonthsAgainstTheMonthBefore() {
    List<EquityPoint> points =
        curve(
            "2013-11-25T08:00:00Z", "1000",
            "2013-11-30T23:59:59Z", "1100",
            "2013-12-01T00:00:00Z", "1210",
            "2014-02-01T00:00:00Z", "605");

    Map<YearMonth, Double> returns = PeriodReturns.monthly(points);

    assertThat(returns.keySet())
        .containsExactly(YearMonth.of(2013, 11), YearMonth.of(2013, 12), YearMonth.of(2014, 2));
    assertThat(returns.get(YearMonth.of(2013, 11))).isCloseTo(0.1, within(1e-12));
    assertThat(returns.get(YearMonth.of(2013, 12))).isCloseTo(0.1, within(1e-12));
    assertThat(returns.get(YearMonth.of(2014, 2))).isCloseTo(-0.5, within(1e-12));
  }

  @Test
  void weighsReturnAgainstDeviation() {
    List<Double> returns = List.of(0.01, -0.02, 0.03, 0.0);

    RiskRatios ratios = RiskRatios.of(returns);

    double mean = 0.005;
    double deviation =
        Math.sqrt((0.005 * 0.005 + 0.025 * 0.025 + 0.025 * 0.025 + 0.005 * 0.005) / 3);
    double downside = Math.sqrt(0.02 * 0.02 / 4);
    assertThat(ratios.days()).isEqualTo(4);
    assertThat(ratios.sharpe()).isCloseTo(mean / deviation * Math.sqrt(365), within(1e-9));
    assertThat(ratios.sortino()).isCloseTo(mean / downside * Math.sqrt(365), within(1e-9));
  }

  @Test
  void hasNoRatiosForShortOrConstantSamples() {
    RiskRatios none = RiskRatios.of(List.of());
    RiskRatios one = RiskRatios.of(List.of(0.1));
    RiskRatios still = RiskRatios.of(List.of(0.0, 0.0, 0.0));
    RiskRatios rising = RiskRatios.of(List.of(0.1, 0.2));

    assertThat(none.sharpe()).isNaN();
    assertThat(one.sharpe()).isNaN();
    assertThat(one.sortino()).isNaN();
    assertThat(still.sharpe()).isNaN();
    assertThat(still.sortino()).isNaN();
    assertThat(rising.sortino()).isEqualTo(Double.POSITIVE_INFINITY);
  }

  private static List<EquityPoint> curve(String... timesAndAmounts) {
    RunBuilder run = new RunBuilder();
    for (int i = 0; i < timesAndAmounts.length; i += 2) {
      run.equity(timesAndAmounts[i], timesAndAmounts[i + 1]);
    }
    return run.build().equity();
  }
}
