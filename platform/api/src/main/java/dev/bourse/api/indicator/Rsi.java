package dev.bourse.api.indicator;

import dev.bourse.api.state.StateReader;
import dev.bourse.api.state.StateWriter;

/**
 * Relative strength index after Wilder (New Concepts in Technical Trading Systems, 1978): gains and
 * losses averaged simply over the first {@code period} changes, then smoothed. 100 where there was
 * no loss.
 */
public final class Rsi implements Indicator {
  private final int period;
  private int count = -1;
  private double previous;
  private double gain;
  private double loss;

  /** A new index over the given period, 1 or more. */
  public Rsi(int period) {
    this.period = Periods.require(period);
  }

  /** Takes the next value. */
  public void add(double next) {
    if (count >= 0) {
      double up = Math.max(next - previous, 0);
      double down = Math.max(previous - next, 0);
      boolean seeding = count < period;
      gain = seeding ? gain + up / period : (gain * (period - 1) + up) / period;
      loss = seeding ? loss + down / period : (loss * (period - 1) + down) / period;
    }
    count = Math.min(count + 1, period);
    previous = next;
  }

  /** Whether {@code period} changes were taken. */
  @Override
  public boolean ready() {
    return count >= period;
  }

  /** The index, 0 to 100; not a number until {@link #ready()}. */
  @Override
  public double value() {
    if (!ready()) {
      return Double.NaN;
    }
    return loss == 0 ? 100 : 100 - 100 / (1 + gain / loss);
  }

  @Override
  public void save(StateWriter out) {
    out.putInt(period).putInt(count).putDouble(previous).putDouble(gain).putDouble(loss);
  }

  @Override
  public void load(int version, StateReader in) {
    Periods.requireSame("RSI", period, in.getInt());
    count = in.getInt();
    previous = in.getDouble();
    gain = in.getDouble();
    loss = in.getDouble();
  }
}
