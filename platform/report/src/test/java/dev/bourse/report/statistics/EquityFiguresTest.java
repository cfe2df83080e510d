package dev.bourse.report.statistics;

import static dev.bourse.report.RunBuilder.USD;
import static dev.bourse.report.RunBuilder.time;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bourse.api.backtest.BacktestResult.EquityPoint;
import dev.bourse.api.model.Money;
import dev.bourse.report.RunBuilder;
import java.time.Year;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class EquityFiguresTest {
  @Test
  void findsEveryFallUntilItsPeakIsReachedAgain() {
    List<EquityPoint> points =
        curve("00:00", "1000", "01:00", "900", "02:00", "5000", "03:00", "4600", "05:00", "4700");

    List<Fall> falls = Fall.of(points);

    assertThat(falls)
        .containsExactly(
            new Fall(time("00:00"), time("01:00"), time("02:00"), true, Money.of("100", USD), 0.1),
            new Fall(
                time("02:00"), time("03:00"), time("05:00"), false, Money.of("400", USD), 0.08));
    assertThat(Fall.deepest(falls)).contains(falls.get(0));
    assertThat(falls.get(0).recovery()).contains(TimeUnit.HOURS.toNanos(1));
    assertThat(falls.get(1).recovery()).isEmpty();
    assertThat(falls.get(1).length()).isEqualTo(TimeUnit.HOURS.toNanos(3));
  }

  @Test
  void takesTheLastOfEqualPeaksAndTheFirstOfEqualTroughs() {
    List<EquityPoint> points =
        curve("00:00", "9", "01:00", "9", "02:00", "8", "03:00", "8", "04:00", "9", "05:00", "9");

    List<Fall> falls = Fall.of(points);

    assertThat(falls)
        .extracting(Fall::peakAt, Fall::troughAt, Fall::endAt)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(time("01:00"), time("02:00"), time("04:00")));
  }

  @Test
  void findsNoFallOnARisingCurve() {
    List<EquityPoint> points = curve("00:00", "1000", "01:00", "1000", "02:00", "1001");

    List<Fall> falls = Fall.of(points);

    assertThat(falls).isEmpty();
  }

  @Test
  void measuresNoShareOfAPeakWithoutValue() {
    List<EquityPoint> points = curve("00:00", "0", "01:00", "-5", "02:00", "1");

    List<Fall> falls = Fall.of(points);

    assertThat(falls).extracting(Fall::share).containsExactly(0.0);
  }

  @Test
  void countsMidnightToTheDayThatItEnds() {
    List<EquityPoint> points =
        curve(
            "2013-11-25T00:00:00Z", "1000",
            "2013-11-26T00:00:00Z", "1100",
            "2013-11-27T00:00:00Z", "990");

    List<Double> returns = PeriodReturns.daily(points);

    assertThat(returns).hasSize(2);
    assertThat(returns.get(0)).isCloseTo(0.1, within(1e-12));
    assertThat(returns.get(1)).isCloseTo(-0.1, within(1e-12));
  }

  @Test
  void addsUpTheMonthsOfAYear() {
    List<EquityPoint> points =
        curve(
            "2013-11-25T08:00:00Z", "1000",
            "2013-12-31T23:00:00Z", "1100",
            "2014-01-05T00:00:00Z", "550");

    Map<Year, Double> returns = PeriodReturns.yearly(points);

    assertThat(returns.get(Year.of(2013))).isCloseTo(0.1, within(1e-12));
    assertThat(returns.get(Year.of(2014))).isCloseTo(-0.5, within(1e-12));
  }

  @Test
  void countsADayWithoutPricesAsNoChange() {
    List<EquityPoint> points =
        curve(
            "2013-11-25T08:00:00Z", "1000",
            "2013-11-25T23:59:59Z", "1100",
            "2013-11-28T01:00:00Z", "990");

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
            "2013-12-01T01:00:00Z", "1210",
            "2014-02-01T01:00:00Z", "605");

    Map<YearMonth, Double> returns = PeriodReturns.monthly(points);

    assertThat(returns.keySet())
        .containsExactly(YearMonth.of(2013, 11), YearMonth.of(2013, 12), YearMonth.of(2014, 2));
    assertThat(returns.get(YearMonth.of(2013, 11))).isCloseTo(0.1, within(1e-12));
    assertThat(returns.get(YearMonth.of(2013, 12))).isCloseTo(0.1, within(1e-12));
    assertThat(returns.get(YearMonth.of(2014, 2))).isCloseTo(-0.5, within(1e-12));
  }

  private static List<EquityPoint> curve(String... timesAndAmounts) {
    RunBuilder run = new RunBuilder();
    for (int i = 0; i < timesAndAmounts.length; i += 2) {
      run.equity(timesAndAmounts[i], timesAndAmounts[i + 1]);
    }
    return run.build().equity();
  }
}
