package dev.bourse.api.indicator;

import dev.bourse.api.state.StateReader;
import dev.bourse.api.state.StateWriter;

/**
 * Average true range after Wilder (New Concepts in Technical Trading Systems, 1978): the simple
 * average of the first {@code period} true ranges, then {@code (previous * (period - 1) + range) /
 * period}. The first bar has no previous close and only gives one.
 */
public final class Atr implements Indicator {
  private final int period;
  private int count = -1;
  private double previousClose;
  private double value;

  /** A new range over the given period, 1 or more. */
  public Atr(int period) {
    this.period = Periods.require(period);
  }

  /** Takes the next bar's high, low and close. */
  public void add(double high, double low, double close) {
    if (count >= 0) {
      double range =
          Math.max(
              high - low, Math.max(Math.abs(high - previousClose), Math.abs(low - previousClose)));
      value = count < period ? value + range / period : (value * (period - 1) + range) / period;
    }
    count = Math.min(count + 1, period);
    previousClose = close;
  }

  /** Whether {@code period} true ranges were taken. */
  @Override
  public boolean ready() {
    return count >= period;
  }

  /** The average true range; not a number until {@link #ready()}. */
  @Override
  public double value() {
    return ready() ? value : Double.NaN;
  }

  @Override
  public void save(StateWriter out) {
    out.putInt(period).putInt(count).putDouble(previousClose).putDouble(value);
  }

  @Override
  public void load(int version, StateReader in) {
    Periods.requireSame("ATR", period, in.getInt());
    count = in.getInt();
    previousClose = in.getDouble();
    value = in.getDouble();
  }
}
