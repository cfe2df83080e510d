package dev.bourse.strategy.breakout;

import dev.bourse.api.state.Kept;
import dev.bourse.api.state.StateReader;
import dev.bourse.api.state.StateWriter;

/** The highest of the last values: the upper side of a Donchian channel. */
final class Highest implements Kept {
  private final double[] values;
  private long count;

  Highest(int period) {
    this.values = new double[period];
  }

  void add(double value) {
    values[(int) (count % values.length)] = value;
    count++;
  }

  boolean ready() {
    return count >= values.length;
  }

  /** The highest value; not a number until {@link #ready()}. */
  double value() {
    if (!ready()) {
      return Double.NaN;
    }
    double highest = values[0];
    for (double value : values) {
      highest = Math.max(highest, value);
    }
    return highest;
  }

  @Override
  public void save(StateWriter out) {
    out.putInt(values.length).putLong(count);
    for (double value : values) {
      out.putDouble(value);
    }
  }

  @Override
  public void load(int version, StateReader in) {
    int period = in.getInt();
    if (period != values.length) {
      throw new IllegalArgumentException(
          "a channel of " + period + " bars cannot continue with " + values.length);
    }
    count = in.getLong();
    for (int i = 0; i < values.length; i++) {
      values[i] = in.getDouble();
    }
  }
}
