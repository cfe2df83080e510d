package dev.bourse.core.market;

import dev.bourse.api.model.BarInterval;
import dev.bourse.api.model.BarPrice;
import dev.bourse.api.state.StateReader;
import dev.bourse.api.state.StateWriter;

/**
 * Lengths of bars as bytes: a time bar of trades as its nanoseconds, as layout 1 has it; any other
 * as zero and its word.
 */
public final class BarIntervals {
  private BarIntervals() {}

  /** Writes a length. */
  public static void write(StateWriter out, BarInterval interval) {
    if (interval.isTime() && interval.price() == BarPrice.TRADE) {
      out.putLong(interval.nanos());
    } else {
      out.putLong(0).putText(interval.toString());
    }
  }

  /** Reads what {@link #write} wrote. */
  public static BarInterval read(StateReader in) {
    long nanos = in.getLong();
    return nanos == 0 ? BarInterval.of(in.getText()) : new BarInterval(nanos);
  }
}
