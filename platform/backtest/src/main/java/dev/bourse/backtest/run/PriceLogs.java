package dev.bourse.backtest.run;

import dev.bourse.api.backtest.DayPrices;
import dev.bourse.api.backtest.PriceRange;
import dev.bourse.api.event.Bar;
import dev.bourse.api.model.BarInterval;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.InstrumentId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** The price logs of all instruments of a run, and the price ranges between its fills. */
final class PriceLogs {
  private final Map<InstrumentId, PriceLog> logs = new TreeMap<>();
  private final List<PriceRange> ranges = new ArrayList<>();

  PriceLogs(List<Instrument> instruments, BarInterval interval, int mostBars) {
    instruments.forEach(each -> logs.put(each.id(), new PriceLog(each.id(), interval, mostBars)));
  }

  PriceLog of(InstrumentId id) {
    PriceLog log = logs.get(id);
    if (log == null) {
      throw new IllegalStateException("no price of " + id + " is kept in this run");
    }
    return log;
  }

  /** Takes the ranges of fills that are new. */
  void filled(OrderBook book) {
    while (ranges.size() < book.fillCount()) {
      ranges.add(of(book.fill(ranges.size()).instrument().id()).nextRange());
    }
  }

  /** The ranges of all fills, then those since the last fill of each instrument that has any. */
  List<PriceRange> ranges() {
    TreeSet<InstrumentId> filled = new TreeSet<>();
    ranges.forEach(each -> filled.add(each.instrument()));
    List<PriceRange> all = new ArrayList<>(ranges);
    filled.forEach(id -> all.add(of(id).nextRange()));
    return all;
  }

  List<Bar> bars() {
    return logs.values().stream().flatMap(log -> log.bars().stream()).toList();
  }

  List<DayPrices> days() {
    return logs.values().stream()
        .flatMap(log -> log.days().stream())
        .sorted(Comparator.comparingLong(DayPrices::day).thenComparing(DayPrices::instrument))
        .toList();
  }
}
