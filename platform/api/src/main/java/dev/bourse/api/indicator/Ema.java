package dev.bourse.api.indicator;

import dev.bourse.api.state.StateReader;
import dev.bourse.api.state.StateWriter;

/**
 * Exponential moving average with weight {@code 2 / (period + 1)}, seeded with the simple average
 * of the first {@code period} values, as most charting platforms do.
 */
public final class Ema implements Indicator {
  private final int period;
  private final double weight;
  private int count;
  private double sum;
  private double value = Double.NaN;

  /** A new average over the given period, 1 or more. */
  public Ema(int period) {
    this.period = Periods.require(period);
    this.weight = 2.0 / (period + 1);
  }

  /** Takes the next value. */
  public void add(double next) {
    if (count >= period) {
      value += weight * (next - value);
      return;
    }
    sum += next;
    count++;
    if (count == period) {
      value = sum / period;
    }
  }

  /** Whether {@code period} values were taken. */
  @Override
  public boolean ready() {
    return count >= period;
  }

  /** The average; not a number until {@link #ready()}. */
  @Override
  public double value() {
    return value;
  }

  @Override
  public void save(StateWriter out) {
    out.putInt(period).putInt(count).putDouble(sum).putDouble(value);
  }

  @Override
  public void load(int version, StateReader in) {
    Periods.requireSame("EMA", period, in.getInt());
    count = in.getInt();
    sum = in.getDouble();
    value = in.getDouble();
  }
}
