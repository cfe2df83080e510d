package dev.bourse.report.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.DoubleRange;
import org.assertj.core.data.Offset;

/** What holds for all returns. */
@Tag("N28")
class LawsTest {
  private static final double YEAR = 365;

  @Provide
  Arbitrary<double[]> returns() {
    return Arbitraries.doubles()
        .between(-0.2, 0.2)
        .ofScale(4)
        .array(double[].class)
        .ofMinSize(5)
        .ofMaxSize(60);
  }

  private static Offset<Double> near(double value) {
    return within(1e-9 * Math.max(1, Math.abs(value)));
  }

  private static boolean moves(double[] returns) {
    return Sample.of(returns).deviation() > 1e-6;
  }

  @Property
  void ratiosDoNotDependOnTheSizeOfTheBet(
      @ForAll("returns") double[] returns, @ForAll @DoubleRange(min = 0.1, max = 4) double size) {
    Assume.that(moves(returns));
    Returns once = Returns.of(returns);
    Returns scaled = Returns.of(Arrays.stream(returns).map(each -> each * size).toArray());

    double sharpe = Ratios.sharpe(scaled, YEAR);

    assertThat(sharpe).isCloseTo(Ratios.sharpe(once, YEAR), near(sharpe));
    assertThat(scaled.volatility(YEAR))
        .isCloseTo(once.volatility(YEAR) * size, near(once.volatility(YEAR) * size));
    assertThat(scaled.sample().skewness())
        .isCloseTo(once.sample().skewness(), near(once.sample().skewness()));
    assertThat(scaled.sample().kurtosis())
        .isCloseTo(once.sample().kurtosis(), near(once.sample().kurtosis()));
  }

  @Property
  void aRisingCurveHasNoDrawdownAndAnyOtherAtMostAll(@ForAll("returns") double[] returns) {
    Returns rising = Returns.of(Arrays.stream(returns).map(Math::abs).toArray());

    double deepest = Returns.of(returns).maxDrawdown();

    assertThat(rising.maxDrawdown()).isZero();
    assertThat(deepest).isBetween(0.0, 1.0);
    assertThat(deepest)
        .isGreaterThanOrEqualTo(-Math.min(0, Arrays.stream(returns).min().orElse(0)) - 1e-12);
  }

  @Property
  void logReturnsAddUpToTheTotal(@ForAll("returns") double[] returns) {
    double logs = Arrays.stream(returns).map(Math::log1p).sum();

    double total = Returns.of(returns).total();

    assertThat(total).isCloseTo(Math.expm1(logs), near(total));
  }

  @Property
  void aYearOfExactlyAsManyPeriodsReturnsTheTotal(@ForAll("returns") double[] returns) {
    Returns all = Returns.of(returns);

    double annual = all.annual(returns.length);

    assertThat(annual).isCloseTo(all.total(), near(annual));
  }

  @Property
  void theBenchmarkAgainstItselfHasBetaOneAndNothingElse(@ForAll("returns") double[] returns) {
    Assume.that(moves(returns));
    Returns all = Returns.of(returns);

    double beta = Ratios.beta(all, all);

    assertThat(beta).isCloseTo(1, near(1));
    assertThat(Ratios.alpha(all, all, YEAR)).isCloseTo(0, near(1));
    assertThat(Ratios.trackingError(all, all, YEAR)).isZero();
  }

  @Property
  void aMirroredSampleHasTheOppositeSkewness(@ForAll("returns") double[] returns) {
    Assume.that(moves(returns));
    Sample mirrored = Sample.of(Arrays.stream(returns).map(each -> -each).toArray());

    double skewness = mirrored.skewness();

    assertThat(skewness).isCloseTo(-Sample.of(returns).skewness(), near(skewness));
    assertThat(mirrored.deviation()).isEqualTo(Sample.of(returns).deviation());
  }

  @Property
  void theMeanLiesBetweenTheExtremes(@ForAll("returns") double[] returns) {
    Sample sample = Sample.of(returns);

    double mean = sample.mean();

    assertThat(mean).isBetween(sample.least() - 1e-15, sample.largest() + 1e-15);
    assertThat(sample.median()).isBetween(sample.least(), sample.largest());
  }

  @Property
  void rollingOverEverythingIsTheWhole(@ForAll("returns") double[] returns) {
    Returns all = Returns.of(returns);

    double[] rolled = all.rolling(returns.length, Returns::total);

    assertThat(rolled).containsExactly(all.total());
    assertThat(all.rolling(returns.length + 1, Returns::total)).isEmpty();
    assertThat(all.rolling(2, Returns::total)).hasSize(returns.length - 1);
  }
}
