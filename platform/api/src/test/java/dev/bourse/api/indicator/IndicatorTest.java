package dev.bourse.api.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values worked out by hand from the definitions. */
class IndicatorTest {
  @Test
  void simpleAverageTakesTheLastValuesOnly() {
    Sma sma = new Sma(3);

    sma.add(1);
    sma.add(2);
    double early = sma.value();
    sma.add(6);
    double first = sma.value();
    sma.add(10);

    assertThat(early).isNaN();
    assertThat(first).isEqualTo(3.0);
    assertThat(sma.value()).isEqualTo(6.0);
  }

  @Test
  void exponentialAverageStartsFromTheSimpleOne() {
    Ema ema = new Ema(3);

    ema.add(2);
    ema.add(4);
    boolean early = ema.ready();
    ema.add(6);
    double first = ema.value();
    ema.add(8);

    assertThat(early).isFalse();
    assertThat(first).isEqualTo(4.0);
    assertThat(ema.value()).isEqualTo(6.0);
  }

  @Test
  void averageTrueRangeCountsGapsFromThePreviousClose() {
    Atr atr = new Atr(2);

    atr.add(10, 9, 9.5);
    atr.add(12, 11, 11.5);
    boolean early = atr.ready();
    atr.add(12, 10, 10);
    double first = atr.value();
    atr.add(9, 8, 8.5);

    assertThat(early).isFalse();
    assertThat(first).isCloseTo((2.5 + 2) / 2, within(1e-12));
    assertThat(atr.value()).isCloseTo((2.25 + 2) / 2, within(1e-12));
  }

  @Test
  void relativeStrengthWeighsGainsAgainstLosses() {
    Rsi rsi = new Rsi(2);

    rsi.add(10);
    rsi.add(11);
    boolean early = rsi.ready();
    rsi.add(10.5);
    double first = rsi.value();
    rsi.add(11.5);

    assertThat(early).isFalse();
    assertThat(first).isCloseTo(100 - 100 / (1 + 0.5 / 0.25), within(1e-12));
    assertThat(rsi.value()).isCloseTo(100 - 100 / (1 + 0.75 / 0.125), within(1e-12));
  }

  @Test
  void relativeStrengthIsAHundredWithoutALoss() {
    Rsi rsi = new Rsi(2);

    rsi.add(1);
    rsi.add(2);
    rsi.add(3);

    assertThat(rsi.value()).isEqualTo(100.0);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1})
  void refuseAPeriodBelowOne(int period) {
    String message = "period=" + period + " must be 1 or more";

    assertThatIllegalArgumentException().isThrownBy(() -> new Sma(period)).withMessage(message);
    assertThatIllegalArgumentException().isThrownBy(() -> new Ema(period)).withMessage(message);
    assertThatIllegalArgumentException().isThrownBy(() -> new Atr(period)).withMessage(message);
    assertThatIllegalArgumentException().isThrownBy(() -> new Rsi(period)).withMessage(message);
  }
}
