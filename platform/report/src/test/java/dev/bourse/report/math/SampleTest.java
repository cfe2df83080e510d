package dev.bourse.report.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("N28")
class SampleTest {
  private static final Offset<Double> CLOSE = within(1e-12);

  /** Compared with a spreadsheet's AVERAGE, MEDIAN, STDEV.S, SKEW and KURT. */
  @Test
  void describesNumbersAsASpreadsheetDoes() {
    Sample sample = Sample.of(3, 4, 5, 2, 3, 4, 5, 6, 4, 7);

    double median = sample.median();

    assertThat(median).isEqualTo(4);
    assertThat(sample.mean()).isCloseTo(4.3, CLOSE);
    assertThat(sample.deviation()).isCloseTo(1.4944341180973264, CLOSE);
    assertThat(sample.skewness()).isCloseTo(0.3595430714067974, CLOSE);
    assertThat(sample.kurtosis()).isCloseTo(-0.15179963720841627, CLOSE);
    assertThat(sample.least()).isEqualTo(2);
    assertThat(sample.largest()).isEqualTo(7);
  }

  @Test
  void hasNoValueThatItIsTooShortFor() {
    Sample none = Sample.of();
    Sample one = Sample.of(1);

    Sample three = Sample.of(1, 2, 4);

    assertThat(none.mean()).isNaN();
    assertThat(none.median()).isNaN();
    assertThat(none.least()).isNaN();
    assertThat(none.downside()).isNaN();
    assertThat(one.deviation()).isNaN();
    assertThat(Sample.of(1, 2).skewness()).isNaN();
    assertThat(three.skewness()).isFinite();
    assertThat(three.kurtosis()).isNaN();
  }

  @Test
  void takesNanForNoNumber() {
    Sample sample = Sample.of(Double.NaN, 1, Double.NaN, 3);

    int size = sample.size();

    assertThat(size).isEqualTo(2);
    assertThat(sample.mean()).isEqualTo(2);
  }

  @Test
  void seesNoDeviationInWhatDiffersByRoundingOnly() {
    Sample same = Sample.of(0.1, 0.1, 0.1, 0.3 - 0.2, 0.1, 0.1, 0.1);

    double deviation = same.deviation();

    assertThat(deviation).isZero();
    assertThat(same.skewness()).isNaN();
    assertThat(same.kurtosis()).isNaN();
  }

  @Test
  void losesNoSmallNumberNextToLargeOnes() {
    Sample sample = Sample.of(1e16, 1, -1e16, 1);

    double sum = sample.sum();

    assertThat(sum).isEqualTo(2);
  }

  @Test
  void measuresTheDownsideOverAllNumbers() {
    Sample sample = Sample.of(0.01, -0.02, 0.03, 0.0);

    double downside = sample.downside();

    assertThat(downside).isCloseTo(0.01, CLOSE);
  }
}
