package dev.bourse.api.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Tag;
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
  @ValueSource(
      strings = {
        "",
        "m",
        "1",
        "1M",
        "1H",
        "1w",
        "x5m",
        "1.5m",
        "1.5t",
        "one",
        "1m@last",
        "1e3v",
        "9999999999999999999t"
      })
  void refusesOtherText(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BarInterval.of(text))
        .withMessageStartingWith(
            "bar \"" + text + "\" must be a number and s, m, h or d, like 1m;");
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

  @ParameterizedTest
  @CsvSource({
    "100t, TICKS, 100, 0, TRADE",
    "10v, VOLUME, 10, 0, TRADE",
    "0.50v, VOLUME, 5, 1, TRADE",
    "50000q, VALUE, 50000, 0, TRADE",
    "1m@bid, TIME, 60000000000, 0, BID",
    "20t@mid, TICKS, 20, 0, MID"
  })
  @Tag("N29")
  void readsWhatABarIsMeasuredByAndMadeOf(
      String text, BarMeasure measure, long step, int decimals, BarPrice price) {
    BarInterval interval = BarInterval.of(text);

    assertThat(interval).isEqualTo(new BarInterval(measure, step, decimals, price));
    assertThat(BarInterval.of(interval.toString())).isEqualTo(interval);
  }

  @Test
  void comparesTimesBeforeTicksBeforeVolumesBeforeValuesEachSmallToLarge() {
    List<BarInterval> given = BarInterval.all("1q, 10v, 9.5v, 1t, 1h, 1m@mid, 1m, 30s");

    List<BarInterval> sorted = given.stream().sorted().toList();

    assertThat(sorted)
        .extracting(BarInterval::toString)
        .containsExactly("30s", "1m", "1m@mid", "1h", "1t", "9.5v", "10v", "1q");
  }

  @Test
  void quotesMeasureNeitherSizeNorValue() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BarInterval.of("10v@bid"))
        .withMessageStartingWith(
            "bar of 10@bid cannot be measured by size or value: quotes trade nothing");
  }

  @Test
  void aListNamesEachBarOnce() {
    List<BarInterval> none = BarInterval.all(" ");

    assertThat(none).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BarInterval.all("1m,60s"))
        .withMessage("bar \"1m,60s\" names one bar twice");
  }

  @Test
  void recordedBarsHaveALengthInTime() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BarInterval.ofTime("100t"))
        .withMessage(
            "bar \"100t\" must be a time here, like 1m: recorded bars have a length in time");
  }
}
