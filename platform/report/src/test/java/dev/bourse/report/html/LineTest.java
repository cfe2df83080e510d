package dev.bourse.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class LineTest {
  private static final Pattern POINT = Pattern.compile("[ML](\\d+) (\\d+)");

  @Test
  void drawsFewPointsAsTheyAre() {
    Line line = new Line(Scale.ofTimes(0, 100), Scale.of(0, 10));

    line.add(0, 0);
    line.add(50, 10);
    line.add(100, 5);

    assertThat(line.path()).isEqualTo("M0 10000L5000 0L10000 5000");
  }

  @Test
  void closesTheAreaDownToAValue() {
    Line line = new Line(Scale.ofTimes(0, 100), Scale.of(0, 10));

    line.add(10, 4);
    line.add(50, 6);

    assertThat(line.area(2)).isEqualTo("M1000 8000L1000 6000L5000 4000L5000 8000Z");
  }

  @Test
  void drawsNothingWithoutPoints() {
    Line line = new Line(Scale.ofTimes(0, 100), Scale.of(0, 10));

    assertThat(line.path()).isEmpty();
    assertThat(line.area(0)).isEmpty();
  }

  @Property(tries = 100)
  void keepsEveryPeakInABoundedNumberOfPoints(
      @ForAll @IntRange(min = 1, max = 30_000) int count,
      @ForAll @Size(min = 1, max = 40) List<@DoubleRange(min = 0, max = 100) Double> values) {
    Line line = new Line(Scale.ofTimes(0, count), Scale.of(0, 100));

    for (int i = 0; i < count; i++) {
      line.add(i, values.get(i % values.size()));
    }

    List<Integer> heights = heights(line.path());
    List<Double> used = values.subList(0, Math.min(count, values.size()));
    Scale scale = Scale.of(0, 100);
    double highest = used.stream().mapToDouble(value -> value).max().orElseThrow();
    double lowest = used.stream().mapToDouble(value -> value).min().orElseThrow();
    assertThat(heights).hasSizeLessThanOrEqualTo(4 * 701);
    assertThat(heights).contains(Scale.SPAN - scale.place(highest));
    assertThat(heights).contains(Scale.SPAN - scale.place(lowest));
  }

  @Test
  void drawsTheRangeOfAColumnAsABand() {
    Band band = new Band(Scale.ofTimes(0, 10_000), Scale.of(0, 10));

    band.add(0, 4, 6);
    band.add(1, 3, 5);
    band.add(10_000, 2, 8);

    assertThat(band.path()).isEqualTo("M10 4000L9990 2000L9990 8000L10 7000Z");
  }

  private static List<Integer> heights(String path) {
    List<Integer> heights = new ArrayList<>();
    Matcher matcher = POINT.matcher(path);
    while (matcher.find()) {
      heights.add(Integer.valueOf(matcher.group(2)));
    }
    return heights;
  }
}
