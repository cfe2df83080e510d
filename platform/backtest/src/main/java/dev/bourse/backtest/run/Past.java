package dev.bourse.backtest.run;

import dev.bourse.api.event.Bar;
import dev.bourse.api.event.MarketEvent;
import dev.bourse.api.model.BarInterval;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.model.WarmUp;
import dev.bourse.backtest.plan.Plan;
import dev.bourse.core.market.History;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a strategy is told of the past before a run: from before the range of the run where there is
 * data, and if that is not enough from the beginning of the range, which then is not traded.
 */
final class Past {
  private final Plan plan;
  private final WarmUp wanted;
  private final Map<InstrumentId, History> histories = new TreeMap<>();
  private long taken;
  private long begin;

  Past(Plan plan) {
    this.plan = plan;
    this.wanted = WarmUp.of(plan.spec().warmUp());
    List<BarInterval> bars = BarInterval.all(plan.spec().bar());
    for (Instrument each : plan.instruments()) {
      histories.put(each.id(), new History(each, bars, wanted));
    }
  }

  /**
   * Reads what is asked for; returns the first event that is traded. Throws {@link
   * IllegalArgumentException} if all data together is not enough.
   */
  MarketEvent read(EventFeed feed, MarketEvent first) {
    begin = begin(first);
    if (wanted.isNone()) {
      return first;
    }
    if (plan.spec().from() != Long.MIN_VALUE) {
      before();
    }
    @Nullable MarketEvent next = first;
    while (next != null && !isEnough(begin(next))) {
      add(next);
      taken++;
      next = feed.next();
    }
    if (next == null) {
      throw new IllegalArgumentException(
          "warmup="
              + plan.spec().warmUp()
              + " takes all of data set \""
              + plan.spec().data()
              + "\" in this range, nothing is left to trade: ask for less or give more data");
    }
    begin = begin(next);
    return next;
  }

  /** Where the time of an event begins: a bar has data of the time before its end. */
  private static long begin(MarketEvent event) {
    return event instanceof Bar bar && bar.interval().isTime()
        ? bar.eventTime() - bar.interval().nanos()
        : event.eventTime();
  }

  private void before() {
    long from = plan.spec().from();
    try (MarketFeed feed = new MarketFeed(plan, Long.MIN_VALUE, from)) {
      for (MarketEvent event = feed.next(); event != null; event = feed.next()) {
        add(event);
      }
    }
  }

  private void add(MarketEvent event) {
    History history = histories.get(event.instrument().id());
    if (history != null) {
      history.add(event);
    }
  }

  private boolean isEnough(long time) {
    for (History each : histories.values()) {
      each.close(time);
      if (!each.isEnough(time)) {
        return false;
      }
    }
    return true;
  }

  /** The bars, by their end. */
  List<Bar> bars() {
    List<Bar> all = new ArrayList<>();
    if (!wanted.isNone()) {
      histories.values().forEach(each -> all.addAll(each.bars(begin)));
      all.sort(Comparator.comparingLong(Bar::eventTime).thenComparing(Bar::interval));
    }
    return all;
  }

  /** What is to be said about it, empty if nothing was asked for. */
  String sentence() {
    if (wanted.isNone()) {
      return "";
    }
    String whence =
        taken == 0
            ? "from before the range"
            : "the last of them from the first "
                + taken
                + " events of the range, which were not traded";
    return "warmed up with " + bars().size() + " bars, " + whence;
  }
}
