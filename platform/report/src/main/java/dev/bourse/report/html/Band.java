package dev.bourse.report.html;

/** The area between a lower and an upper line, one step per column of the drawing. */
final class Band {
  private static final int COLUMNS = 500;

  private final Scale horizontal;
  private final Scale vertical;
  private final double[] lows = new double[COLUMNS];
  private final double[] highs = new double[COLUMNS];
  private final boolean[] used = new boolean[COLUMNS];

  Band(Scale horizontal, Scale vertical) {
    this.horizontal = horizontal;
    this.vertical = vertical;
  }

  /** Adds a range at a time. */
  void add(long time, double low, double high) {
    int column = (int) ((long) horizontal.placeOfTime(time) * COLUMNS / (Scale.SPAN + 1));
    lows[column] = used[column] ? Math.min(lows[column], low) : low;
    highs[column] = used[column] ? Math.max(highs[column], high) : high;
    used[column] = true;
  }

  /** The area as path data; empty without ranges. */
  String path() {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < COLUMNS; i++) {
      append(out, i, highs);
    }
    for (int i = COLUMNS - 1; i >= 0; i--) {
      append(out, i, lows);
    }
    return out.length() == 0 ? "" : out.append('Z').toString();
  }

  private void append(StringBuilder out, int column, double[] values) {
    if (used[column]) {
      long x = (2L * column + 1) * Scale.SPAN / (2L * COLUMNS);
      int y = Scale.SPAN - vertical.place(values[column]);
      out.append(out.length() == 0 ? 'M' : 'L').append(x).append(' ').append(y);
    }
  }
}
