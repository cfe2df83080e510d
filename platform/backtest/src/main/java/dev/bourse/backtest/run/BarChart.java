package dev.bourse.backtest.run;

import dev.bourse.api.event.Bar;
import dev.bourse.api.model.BarInterval;
import dev.bourse.api.model.Instrument;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The bars of one instrument for a chart, never more than a given number: when there would be more,
 * their length doubles and neighbours are joined.
 */
final class BarChart {
  private final int most;
  private BarInterval interval;
  private List<Bar> bars = new ArrayList<>();
  private @Nullable Instrument instrument;
  private long close = Long.MIN_VALUE;
  private long open;
  private long high;
  private long low;
  private long last;
  private long volume;

  BarChart(BarInterval interval, int most) {
    this.interval = interval;
    this.most = most;
  }

  /** Takes a bar whole. */
  void take(Bar bar) {
    add(
        bar.instrument(),
        bar.eventTime() - 1,
        bar.openRaw(),
        bar.highRaw(),
        bar.lowRaw(),
        bar.closeRaw(),
        bar.volumeRaw());
  }

  /** Takes what happened to the price at a time. */
  void add(Instrument version, long time, long first, long top, long bottom, long end, long size) {
    if (time >= close || !version.equals(instrument)) {
      finish();
      instrument = version;
      close = interval.closeAfter(time);
      open = first;
      high = top;
      low = bottom;
      volume = 0;
    }
    high = Math.max(high, top);
    low = Math.min(low, bottom);
    last = end;
    volume += size;
  }

  private void finish() {
    if (instrument != null) {
      bars.add(new Bar(instrument, interval, close, open, high, low, last, volume, true));
      instrument = null;
      while (bars.size() >= most) {
        join();
      }
    }
  }

  private void join() {
    BarChart wider = new BarChart(new BarInterval(interval.nanos() * 2), Integer.MAX_VALUE);
    bars.forEach(wider::take);
    wider.finish();
    interval = wider.interval;
    bars = wider.bars;
  }

  /** All bars, the unfinished one included. */
  List<Bar> bars() {
    finish();
    close = Long.MIN_VALUE;
    return List.copyOf(bars);
  }
}
