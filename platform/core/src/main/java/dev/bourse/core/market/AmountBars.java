package dev.bourse.core.market;

import dev.bourse.api.event.Bar;
import dev.bourse.api.model.BarInterval;
import dev.bourse.api.model.BarMeasure;
import dev.bourse.api.model.Decimals;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Int128;
import dev.bourse.api.state.StateReader;
import dev.bourse.api.state.StateWriter;
import org.jspecify.annotations.Nullable;

/**
 * Builds bars of so many ticks, of so much size or of so much value from single trades or quotes. A
 * trade is never cut: the one that reaches the amount belongs to the bar whole and ends it, and its
 * time is the bar's. Not thread-safe.
 */
final class AmountBars {
  private final BarInterval interval;
  private final FormingBar forming = new FormingBar();
  private long ticks;
  private Int128 value = Int128.ZERO;
  private long lastTime;

  AmountBars(BarInterval interval) {
    this.interval = interval;
  }

  BarInterval interval() {
    return interval;
  }

  /** Takes a trade or a quote; the bar that it ended, else null. */
  @Nullable Bar add(Instrument instrument, long eventTime, long price, long size) {
    forming.add(price, price, price, price, size);
    lastTime = Math.max(lastTime, eventTime);
    ticks++;
    if (interval.measure() == BarMeasure.VALUE) {
      value = value.plus(Int128.product(price, size));
    }
    if (!isReached(instrument)) {
      return null;
    }
    ticks = 0;
    value = Int128.ZERO;
    return forming.finish(instrument, interval, lastTime);
  }

  private boolean isReached(Instrument instrument) {
    return switch (interval.measure()) {
      case TICKS -> ticks >= interval.step();
      case VOLUME ->
          Int128.of(forming.volumeRaw()).compareTo(amount(instrument.quantityDecimals())) >= 0;
      case VALUE ->
          value.compareTo(amount(instrument.priceDecimals() + instrument.quantityDecimals())) >= 0;
      case TIME -> throw new IllegalStateException(interval + " is measured by time");
    };
  }

  private Int128 amount(int decimals) {
    int factor = decimals - interval.decimals();
    Int128 amount = Int128.of(interval.step());
    for (; factor > 18; factor -= 18) {
      amount = amount.times(Decimals.powerOfTen(18));
    }
    return amount.times(Decimals.powerOfTen(factor));
  }

  void gap() {
    forming.gap();
  }

  void save(StateWriter out) {
    out.putBoolean(forming.isOpen()).putLong(lastTime).putLong(ticks);
    out.putLong(value.hi()).putLong(value.lo());
    forming.save(out);
  }

  void load(StateReader in) {
    boolean open = in.getBoolean();
    lastTime = in.getLong();
    ticks = in.getLong();
    value = new Int128(in.getLong(), in.getLong());
    forming.load(open, in);
  }
}
