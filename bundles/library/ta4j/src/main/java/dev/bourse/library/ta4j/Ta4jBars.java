package dev.bourse.library.ta4j;

import dev.bourse.api.event.Bar;
import dev.bourse.api.state.Kept;
import dev.bourse.api.state.StateReader;
import dev.bourse.api.state.StateWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseBarSeries;
import org.ta4j.core.BaseBarSeriesBuilder;
import org.ta4j.core.num.DoubleNum;

/**
 * The last bars of a strategy as a ta4j series, and indicators on it.
 *
 * <p>A window of N holds N to 2N - 1 bars once it is full: when there are 2N, the older N are
 * dropped and the indicators are made anew on the rest. Every value then depends on nothing but the
 * bars that are held, so what is kept gives the same values after a restart, to the last bit.
 *
 * <p>Not thread-safe: fed and read on the trader's thread.
 *
 * @param <T> the indicators, most simply a record of them
 */
public final class Ta4jBars<T> implements Kept {
  /** What is held of a bar. */
  private record Held(
      long end, long length, double open, double high, double low, double close, double volume) {}

  private final int window;
  private final Function<BarSeries, T> maker;
  private final List<Held> bars = new ArrayList<>();
  private BaseBarSeries series;
  private T indicators;

  /**
   * An empty series.
   *
   * @param window how many bars are held at least once there are as many, 1 or more; ten times the
   *     longest period lets go what averages remember
   * @param indicators makes the indicators on a series; called again for each new one
   */
  public Ta4jBars(int window, Function<BarSeries, T> indicators) {
    if (window < 1) {
      throw new IllegalArgumentException("window=" + window + " must be 1 or more");
    }
    this.window = window;
    this.maker = indicators;
    this.series = empty();
    this.indicators = maker.apply(series);
  }

  private static BaseBarSeries empty() {
    return new BaseBarSeriesBuilder().withNumTypeOf(DoubleNum.class).build();
  }

  /** Takes the next finished bar. */
  public void add(Bar bar) {
    long before = bars.isEmpty() ? Long.MIN_VALUE : bars.get(bars.size() - 1).end();
    Held held =
        new Held(
            Math.max(bar.eventTime(), before + 1), // ta4j takes no two bars of one time
            bar.interval().isTime() ? bar.interval().nanos() : 1,
            bar.open().toDouble(),
            bar.high().toDouble(),
            bar.low().toDouble(),
            bar.close().toDouble(),
            bar.volume().toDouble());
    bars.add(held);
    if (bars.size() < 2 * window) {
      append(held);
    } else {
      bars.subList(0, window).clear();
      renew();
    }
  }

  private void renew() {
    series = empty();
    bars.forEach(this::append);
    indicators = maker.apply(series);
  }

  private void append(Held bar) {
    series.addBar(
        Duration.ofNanos(bar.length()),
        Instant.ofEpochSecond(0, bar.end()).atZone(ZoneOffset.UTC),
        DoubleNum.valueOf(bar.open()),
        DoubleNum.valueOf(bar.high()),
        DoubleNum.valueOf(bar.low()),
        DoubleNum.valueOf(bar.close()),
        DoubleNum.valueOf(bar.volume()));
  }

  /** Whether the window is full. */
  public boolean ready() {
    return bars.size() >= window;
  }

  /** The index of the newest bar, which indicators are asked by; -1 before the first. */
  public int end() {
    return series.getEndIndex();
  }

  /** The indicators; ask again after each bar. */
  public T indicators() {
    return indicators;
  }

  @Override
  public void save(StateWriter out) {
    out.putInt(window).putInt(bars.size());
    for (Held bar : bars) {
      out.putLong(bar.end()).putLong(bar.length()).putDouble(bar.open()).putDouble(bar.high());
      out.putDouble(bar.low()).putDouble(bar.close()).putDouble(bar.volume());
    }
  }

  @Override
  public void load(int version, StateReader in) {
    int kept = in.getInt();
    if (kept != window) {
      throw new IllegalArgumentException(
          "bars kept with window " + kept + " cannot continue with window " + window);
    }
    bars.clear();
    for (int left = in.getInt(); left > 0; left--) {
      bars.add(
          new Held(
              in.getLong(),
              in.getLong(),
              in.getDouble(),
              in.getDouble(),
              in.getDouble(),
              in.getDouble(),
              in.getDouble()));
    }
    renew();
  }
}
