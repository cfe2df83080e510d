package dev.bourse.report.html;

import java.util.ArrayList;
import java.util.List;

/**
 * A line through many points, thinned: of all points in one column of the drawing only the first,
 * the lowest, the highest and the last are drawn, so that no peak is lost and the number of points
 * is bounded.
 */
final class Line {
  private static final int COLUMNS = 700;

  private final Scale horizontal;
  private final Scale vertical;
  private final List<int[]> points = new ArrayList<>();
  private int column = -1;
  private int[] low = {};
  private int[] high = {};
  private int[] last = {};

  Line(Scale horizontal, Scale vertical) {
    this.horizontal = horizontal;
    this.vertical = vertical;
  }

  /** Adds the next point; times do not go back. */
  void add(long time, double value) {
    int x = horizontal.placeOfTime(time);
    int[] point = {x, Scale.SPAN - vertical.place(value)};
    int itsColumn = (int) ((long) x * COLUMNS / (Scale.SPAN + 1));
    if (itsColumn != column) {
      endColumn();
      column = itsColumn;
      points.add(point);
      low = point;
      high = point;
    }
    low = point[1] > low[1] ? point : low;
    high = point[1] < high[1] ? point : high;
    last = point;
  }

  /** The line as path data; empty without points. */
  String path() {
    endColumn();
    column = -1;
    return data('M');
  }

  /** The area between the line and a value as path data; empty without points. */
  String area(double value) {
    String line = path();
    if (line.isEmpty()) {
      return "";
    }
    int y = Scale.SPAN - vertical.place(value);
    int[] first = points.get(0);
    return "M" + first[0] + " " + y + "L" + line.substring(1) + "L" + last[0] + " " + y + "Z";
  }

  private void endColumn() {
    if (column < 0) {
      return;
    }
    int[] one = low[0] <= high[0] ? low : high;
    addIfNew(one);
    addIfNew(one == low ? high : low);
    addIfNew(last);
  }

  private void addIfNew(int[] point) {
    int[] previous = points.get(points.size() - 1);
    if (previous[0] != point[0] || previous[1] != point[1]) {
      points.add(point);
    }
  }

  private String data(char command) {
    StringBuilder out = new StringBuilder();
    for (int[] point : points) {
      out.append(out.length() == 0 ? command : 'L').append(point[0]).append(' ').append(point[1]);
    }
    return out.toString();
  }
}
