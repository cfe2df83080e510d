package dev.bourse.report.html;

import dev.bourse.report.statistics.RoundTrip;
import dev.bourse.report.statistics.RunFigures;
import java.util.Arrays;
import java.util.List;

/** How the returns of closed round trips are distributed: columns of equal width around zero. */
final class Histogram {
  private static final int COLUMNS = 31;
  private static final double LEAST = 1e-6;

  private final List<Double> percents;

  Histogram(RunFigures figures) {
    this.percents =
        figures.trips().stream()
            .filter(trip -> !trip.open())
            .map(RoundTrip::profitShare)
            .filter(Double::isFinite)
            .map(share -> share * 100)
            .toList();
  }

  String html() {
    if (percents.size() < 2) {
      return "";
    }
    double most = percents.stream().mapToDouble(Math::abs).max().orElse(0);
    double edge = Math.max(most, LEAST) * 1.001;
    int[] counts = new int[COLUMNS];
    percents.forEach(each -> counts[(int) ((each + edge) / (2 * edge) * COLUMNS)]++);
    int highest = Arrays.stream(counts).max().orElse(1);
    Scale across = new Scale(-edge, edge);
    Scale up = new Scale(0, highest * 1.06);
    return "<figure><figcaption>Returns of round trips <span class=\"unit\">number of trips by return"
        + " in %</span></figcaption>\n"
        + new Chart("bars", "Number of closed round trips by their return: " + words(counts), up)
            .values("")
            .across(across, " %")
            .path("area-loss", columns(counts, up, 0, COLUMNS / 2))
            .path("area-even", columns(counts, up, COLUMNS / 2, COLUMNS / 2 + 1))
            .path("area-gain", columns(counts, up, COLUMNS / 2 + 1, COLUMNS))
            .zero(across)
            .svg()
        + "</figure>\n";
  }

  private static String words(int[] counts) {
    int below = Arrays.stream(counts, 0, COLUMNS / 2).sum();
    int above = Arrays.stream(counts, COLUMNS / 2 + 1, COLUMNS).sum();
    return below + " below zero, " + counts[COLUMNS / 2] + " about zero, " + above + " above";
  }

  /** The columns of a range of numbers. */
  private static String columns(int[] counts, Scale up, int first, int end) {
    StringBuilder out = new StringBuilder();
    for (int i = first; i < end; i++) {
      if (counts[i] > 0) {
        int from = i * Scale.SPAN / COLUMNS + 20;
        int to = (i + 1) * Scale.SPAN / COLUMNS - 20;
        int top = Scale.SPAN - up.place(counts[i]);
        out.append('M').append(from).append(' ').append(Scale.SPAN).append('V').append(top);
        out.append('H').append(to).append('V').append(Scale.SPAN).append('Z');
      }
    }
    return out.toString();
  }
}
