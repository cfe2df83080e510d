package dev.bourse.api.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.concurrent.TimeUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BarIntervalTest {
  @ParameterizedTest
  @CsvSource({"30s, 30", "1m, 60", "90s, 90", "4h, 14400", "1d, 86400", "' 5m ', 300"})
  void readsNumbersWithUnits(String text, long seconds) {
    BarInterval interval = BarInterval.of(text);

    assertThat(interval.nanos()).isEqualTo(TimeUnit.SECONDS.toNanos(seconds));
    assertThat(interval).hasToString(text.strip());
  }

  @Property
  void readsWhatItWrote(@ForAll @IntRange(min = 1, max = 1_000_000) int seconds) {
    BarInterval interval = new BarInterval(TimeUnit.SECONDS.toNanos(seconds));

    BarInterval read = BarInterval.of(interval.toString());

    assertThat(read).isEqualTo(interval);
  }

  @Property
  void closesAtTheNextMultipleOfItsLength(
      @ForAll @LongRange(min = -4_000_000_000_000L, max = 4_000_000_000_000L) long time,
      @ForAll @LongRange(min = 1, max = 1_000_000_000_000L) long nanos) {
    BarInterval interval = new BarInterval(nanos);

    long close = interval.closeAfter(time);

    assertThat(close).isGreaterThan(time).isLessThanOrEqualTo(time + nanos);
    assertThat(Math.floorMod(close, nanos)).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "m", "1", "1M", "1H", "1w", "x5m", "1.5m", "one"})
  void refusesOtherText(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BarInterval.of(text))
        .withMessage("bar \"" + text + "\" must be a number and s, m, h or d, like 1m");
  }

  @Test
  void refusesLengthsThatAreNotPositiveOrTooLong() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BarInterval.of("0m"))
        .withMessage("bar length of 0 ns must be above zero");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BarInterval.of("-1s"))
        .withMessage("bar length of -1000000000 ns must be above zero");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BarInterval.of("106752d"))
        .withMessage("bar \"106752d\" is longer than 292 years");
  }

  @Test
  void printsFractionsOfASecondWithoutLosingThem() {
    BarInterval interval = new BarInterval(1_500_000_000L);

    String text = interval.toString();

    assertThat(text).isEqualTo("1500000000ns");
  }
}
