package dev.bourse.api.indicator;

import dev.bourse.api.state.StateReader;
import dev.bourse.api.state.StateWriter;

/** Simple moving average of the last {@code period} values. */
public final class Sma implements Indicator {
  private final double[] window;
  private long count;

  /** A new average over the given period, 1 or more. */
  public Sma(int period) {
    this.window = new double[Periods.require(period)];
  }

  /** Takes the next value. */
  public void add(double next) {
    window[(int) (count % window.length)] = next;
    count++;
  }

  /** Whether {@code period} values were taken. */
  @Override
  public boolean ready() {
    return count >= window.length;
  }

  /**
   * The average, summed anew so that no rounding error builds up; not a number until {@link
   * #ready()}.
   */
  @Override
  public double value() {
    if (!ready()) {
      return Double.NaN;
    }
    double sum = 0;
    for (double each : window) {
      sum += each;
    }
    return sum / window.length;
  }

  @Override
  public void save(StateWriter out) {
    out.putInt(window.length).putLong(count);
    for (double each : window) {
      out.putDouble(each);
    }
  }

  @Override
  public void load(int version, StateReader in) {
    Periods.requireSame("SMA", window.length, in.getInt());
    count = in.getLong();
    for (int i = 0; i < window.length; i++) {
      window[i] = in.getDouble();
    }
  }
}
