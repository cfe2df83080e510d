package dev.bourse.report.html;

import static dev.bourse.report.RunBuilder.time;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AxisTest {
  @ParameterizedTest
  @CsvSource({
    "0, 10, 0 2 4 6 8 10",
    "783, 1112, 800 900 1000 1100",
    "-0.35, 0, -0.3 -0.2 -0.1 0.0",
    "0.00012, 0.00019, 0.00012 0.00014 0.00016 0.00018"
  })
  void valuesAreRound(double low, double high, String expected) {
    List<ValueAxis.Tick> ticks = ValueAxis.ticks(Scale.of(low, high), "");

    assertThat(String.join(" ", ticks.stream().map(ValueAxis.Tick::label).toList()))
        .isEqualTo(expected);
  }

  @Property
  void valuesAreFewAndInside(
      @ForAll @DoubleRange(min = -1e9, max = 1e9) double a,
      @ForAll @DoubleRange(min = -1e9, max = 1e9) double b) {
    Scale scale = Scale.of(Math.min(a, b), Math.max(a, b));

    List<ValueAxis.Tick> ticks = ValueAxis.ticks(scale, "");

    assertThat(ticks).hasSizeBetween(1, 6);
    assertThat(ticks)
        .allSatisfy(tick -> assertThat(tick.value()).isBetween(scale.low(), scale.high()));
  }

  @ParameterizedTest
  @CsvSource({
    "2013-11-25T00:00:00Z, 2013-12-01T16:00:00Z,"
        + " 25 Nov|26 Nov|27 Nov|28 Nov|29 Nov|30 Nov|1 Dec",
    "2013-11-25T22:10:00Z, 2013-11-26T01:10:00Z, 22:30|23:00|23:30|26 Nov|00:30|01:00",
    "2013-11-25T22:10:00Z, 2013-11-25T22:12:00Z, 22:10:00|22:10:15|22:10:30|22:10:45|22:11:00"
        + "|22:11:15|22:11:30|22:11:45|22:12:00"
  })
  void timesAreRoundAndInUtc(String first, String last, String expected) {
    List<TimeAxis.Tick> ticks = TimeAxis.ticks(time(first), time(last));

    assertThat(String.join("|", ticks.stream().map(TimeAxis.Tick::label).toList()))
        .isEqualTo(expected);
  }

  @Property
  void timesAreFew(
      @ForAll @LongRange(max = 4_000_000_000_000_000_000L) long first,
      @ForAll @LongRange(max = 4_000_000_000_000_000_000L) long last) {
    Assume.that(first <= last);

    List<TimeAxis.Tick> ticks = TimeAxis.ticks(first, last);

    assertThat(ticks).hasSizeLessThanOrEqualTo(9);
  }

  @Test
  void aScaleWithoutExtentIsWidened() {
    Scale scale = Scale.of(100, 100);

    assertThat(scale).isEqualTo(new Scale(99, 101));
    assertThat(scale.place(100)).isEqualTo(5000);
    assertThat(scale.percentFromTop(101)).isEqualTo("0.00%");
  }

  @Test
  void whatIsOutsideStaysAtTheEdge() {
    Scale scale = Scale.of(0, 10);

    assertThat(scale.place(-5)).isZero();
    assertThat(scale.place(50)).isEqualTo(Scale.SPAN);
    assertThat(scale.withMargin()).isEqualTo(new Scale(-0.6, 10.6));
  }
}
