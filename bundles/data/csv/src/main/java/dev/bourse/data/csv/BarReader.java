package dev.bourse.data.csv;

import dev.bourse.api.event.Bar;
import dev.bourse.api.model.BarInterval;
import dev.bourse.api.model.Instrument;

/** A finished bar in each row. */
final class BarReader implements RowReader {
  private final Instrument instrument;
  private final BarInterval interval;
  private final PriceColumn open;
  private final PriceColumn high;
  private final PriceColumn low;
  private final PriceColumn close;
  private final NumberColumn volume;
  private long previousClose;

  BarReader(Instrument instrument, BarInterval interval, Policies policies, Columns columns) {
    this.instrument = instrument;
    this.interval = interval;
    this.open = new PriceColumn(columns.price("open"), policies.maxJump());
    this.high = new PriceColumn(columns.price("high"), policies.maxJump());
    this.low = new PriceColumn(columns.price("low"), policies.maxJump());
    this.close = new PriceColumn(columns.price("close"), policies.maxJump());
    this.volume = columns.quantity("volume");
  }

  @Override
  public Bar read(Rows row, long time) {
    long openRaw = open.read(row, previousClose);
    long highRaw = high.read(row, openRaw);
    long lowRaw = low.read(row, openRaw);
    long closeRaw = close.read(row, openRaw);
    if (lowRaw > Math.min(openRaw, closeRaw) || highRaw < Math.max(openRaw, closeRaw)) {
      throw row.bad(
          String.format(
              "open %s or close %s is outside low %s..high %s; correct them, or the columns",
              instrument.price(openRaw),
              instrument.price(closeRaw),
              instrument.price(lowRaw),
              instrument.price(highRaw)));
    }
    long volumeRaw = volume.read(row);
    if (volumeRaw < 0) {
      throw row.bad("volume " + row.text(volume.index()) + " must not be negative; correct it");
    }
    previousClose = closeRaw;
    return new Bar(instrument, interval, time, openRaw, highRaw, lowRaw, closeRaw, volumeRaw, true);
  }
}
