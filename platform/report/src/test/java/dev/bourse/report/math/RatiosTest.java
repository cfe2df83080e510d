package dev.bourse.report.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("N28")
class RatiosTest {
  private static final double YEAR = 365;

  @Test
  void weighReturnAgainstDeviation() {
    Returns returns = Returns.of(0.01, -0.02, 0.03, 0.0);

    double sharpe = Ratios.sharpe(returns, YEAR);

    double mean = 0.005;
    double deviation =
        Math.sqrt((0.005 * 0.005 + 0.025 * 0.025 + 0.025 * 0.025 + 0.005 * 0.005) / 3);
    assertThat(sharpe).isCloseTo(mean / deviation * Math.sqrt(365), within(1e-9));
    assertThat(Ratios.sortino(returns, YEAR)).isCloseTo(mean / 0.01 * Math.sqrt(365), within(1e-9));
    assertThat(Ratios.perRisk(returns)).isCloseTo(mean / deviation, within(1e-12));
  }

  @Test
  void haveNoValueForShortOrConstantSamples() {
    Returns one = Returns.of(0.1);
    Returns still = Returns.of(0.0, 0.0, 0.0);

    double sharpe = Ratios.sharpe(one, YEAR);

    assertThat(sharpe).isNaN();
    assertThat(Ratios.sortino(one, YEAR)).isNaN();
    assertThat(Ratios.sharpe(still, YEAR)).isNaN();
    assertThat(Ratios.sortino(still, YEAR)).isNaN();
    assertThat(Ratios.sortino(Returns.of(0.1, 0.2), YEAR)).isInfinite();
    assertThat(Ratios.calmar(Returns.of(0.1, 0.2), YEAR)).isNaN();
    assertThat(Ratios.beta(Returns.of(0.1, 0.2), still)).isNaN();
    assertThat(Ratios.treynor(still, Returns.of(0.1, 0.2, 0.3), YEAR)).isNaN();
  }

  @Test
  void compareWithABenchmark() {
    Returns benchmark = Returns.of(0.01, -0.01, 0.02, 0.0);
    Returns twice = Returns.of(0.021, -0.019, 0.041, 0.001);

    double beta = Ratios.beta(twice, benchmark);

    assertThat(beta).isCloseTo(2, within(1e-12));
    assertThat(Ratios.alpha(twice, benchmark, YEAR)).isCloseTo(0.365, within(1e-12));
    assertThat(Ratios.treynor(twice, benchmark, YEAR)).isCloseTo(0.011 * 365 / 2, within(1e-12));
  }

  @Test
  void leaveOutDaysOnWhichOneOfBothIsNotKnown() {
    Returns benchmark = Returns.of(0.01, Double.NaN, 0.02, 0.0, 0.5);
    Returns same = Returns.of(0.01, 0.7, 0.02, 0.0);

    double beta = Ratios.beta(same, benchmark);

    assertThat(beta).isCloseTo(1, within(1e-12));
    assertThat(Ratios.trackingError(same, benchmark, YEAR)).isZero();
  }
}
