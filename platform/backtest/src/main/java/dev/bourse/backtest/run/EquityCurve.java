package dev.bourse.backtest.run;

import dev.bourse.api.backtest.BacktestResult.EquityPoint;
import dev.bourse.api.model.BarInterval;
import dev.bourse.api.model.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** What the account was worth at the end of every bar that had data, and after every fill. */
final class EquityCurve {
  private final List<EquityPoint> points = new ArrayList<>();
  private final BarInterval interval;
  private final Supplier<Money> equity;
  private final Supplier<Money> exposure;
  private long nextClose = Long.MAX_VALUE;

  EquityCurve(BarInterval interval, Supplier<Money> equity, Supplier<Money> exposure) {
    this.interval = interval;
    this.equity = equity;
    this.exposure = exposure;
  }

  /** When the next point is due; the caller brings everything up to it first. */
  long nextClose() {
    return nextClose;
  }

  /** An event at the given time is about to be applied. */
  void expect(long time) {
    if (nextClose == Long.MAX_VALUE) {
      nextClose = interval.closeAfter(time);
    }
  }

  /** The bar ended: everything before its end was applied. */
  void close() {
    add(nextClose);
    nextClose = Long.MAX_VALUE;
  }

  /** Adds a point; of two at one time the later counts. */
  void add(long time) {
    int last = points.size() - 1;
    EquityPoint point = new EquityPoint(time, equity.get(), exposure.get());
    if (last >= 0 && points.get(last).time() == time) {
      points.set(last, point);
    } else {
      points.add(point);
    }
  }

  List<EquityPoint> points() {
    return List.copyOf(points);
  }
}
