package dev.bourse.report.html;

import dev.bourse.report.text.Figures;

/**
 * Maps values to places in a drawing.
 *
 * @param low the value at place 0
 * @param high the value at place {@link #SPAN}, above {@code low}
 */
record Scale(double low, double high) {
  /** The size of a drawing in each direction. */
  static final int SPAN = 10_000;

  private static final double MARGIN = 0.06;

  /** A scale from low to high, widened where both are equal. */
  static Scale of(double low, double high) {
    if (high > low) {
      return new Scale(low, high);
    }
    double half = Math.max(Math.abs(low) * 0.01, 1e-9);
    return new Scale(low - half, low + half);
  }

  /** A scale of times in nanoseconds. */
  static Scale ofTimes(long first, long last) {
    return of((double) first, (double) last);
  }

  /** The same with some room above and below. */
  Scale withMargin() {
    double room = (high - low) * MARGIN;
    return new Scale(low - room, high + room);
  }

  /** The place of a value, 0 to {@link #SPAN}. */
  int place(double value) {
    long place = Math.round((value - low) / (high - low) * SPAN);
    return (int) Math.max(0, Math.min(SPAN, place));
  }

  /** The place of a value from the top of a drawing, as a percentage. */
  String percentFromTop(double value) {
    return percent(SPAN - place(value));
  }

  /** The place of a time, 0 to {@link #SPAN}. */
  int placeOfTime(long time) {
    return place((double) time);
  }

  /** The place of a time from the left of a drawing, as a percentage. */
  String percentFromLeft(long time) {
    return percent(placeOfTime(time));
  }

  /** The place of a value from the left of a drawing, as a percentage. */
  String percentFromLeft(double value) {
    return percent(place(value));
  }

  private static String percent(int place) {
    return Figures.fixed(place * 100.0 / SPAN, 2) + "%";
  }
}
