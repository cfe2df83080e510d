package dev.bourse.engine.loop;

import dev.bourse.api.data.DataCursor;
import dev.bourse.api.data.DataRange;
import dev.bourse.api.data.HistoricalDataSource;
import dev.bourse.api.event.Bar;
import dev.bourse.api.event.MarketEvent;
import dev.bourse.api.model.BarInterval;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.model.WarmUp;
import dev.bourse.core.market.History;
import dev.bourse.core.market.OneLength;
import dev.bourse.core.strategy.Joining;
import dev.bourse.engine.config.StrategyDefinition;
import dev.bourse.engine.plugin.DataPlugin;
import dev.bourse.engine.plugin.Plugins;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * Reads what a strategy is told of the past. It waits for the disk: the loop calls it only before
 * it trades. Any thread.
 */
final class PastBars {
  /** More missing bars than this before now, and the past is another one. */
  private static final int MAX_MISSING = 10;

  private final Plugins plugins;

  PastBars(Plugins plugins) {
    this.plugins = plugins;
  }

  /**
   * What was read.
   *
   * @param bars by their end, none if there is nothing to tell
   * @param sentence what people are told of it
   */
  record Past(List<Bar> bars, String sentence) {
    static final Past NONE = new Past(List.of(), "");
  }

  /**
   * The past of a strategy that has none of its own; a problem is a sentence.
   *
   * @param joins whether its venue tells what the data set does not have
   */
  Past read(StrategyDefinition strategy, List<Instrument> instruments, long now, boolean joins) {
    if (strategy.warmUp().isNone() || (joins && strategy.history().isEmpty())) {
      return Past.NONE;
    }
    if (strategy.history().isEmpty()) {
      return without(strategy, "warmup.data names no data set, and " + silence(strategy), false);
    }
    String set = "data set " + strategy.history();
    Optional<DataPlugin> data = plugins.data(strategy.history());
    if (data.isEmpty()) {
      return without(strategy, set + " is not there: see data:list", joins);
    }
    try {
      List<Bar> bars = bars(strategy, data.get(), instruments, now);
      return joins
          ? begun(strategy, bars, instruments, now)
          : judged(strategy, bars, instruments, now);
    } catch (RuntimeException e) {
      return without(strategy, set + " cannot be read: " + e.getMessage(), joins);
    }
  }

  private static String silence(StrategyDefinition strategy) {
    boolean filled = BarInterval.all(strategy.bar()).stream().anyMatch(Joining::isFilled);
    return filled
        ? "its venue tells no bars of the past"
        : "venues tell bars of time and trades from 5s on, not those of bar=" + strategy.bar();
  }

  private static Past without(StrategyDefinition strategy, String why, boolean joins) {
    return new Past(
        List.of(),
        joins
            ? "strategy " + strategy.id() + " asks its venue for all of its past: " + why
            : "strategy "
                + strategy.id()
                + " is not warmed up and waits for its bars to come: "
                + why);
  }

  /**
   * What the data set has, without the bar in which it ends; its venue goes on from there, unless
   * that is longer ago than it can tell.
   */
  private static Past begun(
      StrategyDefinition strategy, List<Bar> bars, List<Instrument> instruments, long now) {
    Map<Joining.Line, Bar> last = new TreeMap<>();
    bars.forEach(each -> last.put(new Joining.Line(each.instrument().id(), each.interval()), each));
    List<Bar> whole = bars.stream().filter(each -> !last.containsValue(each)).toList();
    for (Map.Entry<Joining.Line, Bar> each : last.entrySet()) {
      BarInterval interval = each.getKey().interval();
      if (Joining.isFilled(interval)
          && now - each.getValue().eventTime() > WarmUp.MAX_BARS * interval.nanos()) {
        String end = " ends at " + text(each.getValue().eventTime()) + ", too long ago";
        return without(strategy, "data set " + strategy.history() + end, true);
      }
    }
    return whole.isEmpty()
        ? without(strategy, "data set " + strategy.history() + " has nothing of it", true)
        : told(strategy, whole, instruments.size());
  }

  private static Past judged(
      StrategyDefinition strategy, List<Bar> bars, List<Instrument> instruments, long now) {
    long newest = bars.isEmpty() ? Long.MIN_VALUE : bars.get(bars.size() - 1).eventTime();
    if (bars.isEmpty()) {
      return without(
          strategy,
          "data set " + strategy.history() + " has nothing of it before " + text(now),
          false);
    }
    OptionalLong shortest = BarInterval.shortest(strategy.bar());
    if (shortest.isPresent() && now - newest > MAX_MISSING * shortest.getAsLong()) {
      return without(
          strategy,
          "data set "
              + strategy.history()
              + " ends at "
              + text(newest)
              + ", more than "
              + MAX_MISSING
              + " bars before "
              + text(now)
              + ": download the rest, see data:download",
          false);
    }
    return told(strategy, bars, instruments.size());
  }

  private static Past told(StrategyDefinition strategy, List<Bar> bars, int instruments) {
    long wanted =
        (long) strategy.warmUp().bars() * BarInterval.all(strategy.bar()).size() * instruments;
    return new Past(
        bars,
        "strategy "
            + strategy.id()
            + " was warmed up with "
            + bars.size()
            + (bars.size() < wanted ? " of " + wanted : "")
            + " bars, "
            + text(bars.get(0).eventTime())
            + " to "
            + text(bars.get(bars.size() - 1).eventTime()));
  }

  private static String text(long nanos) {
    return Instant.ofEpochSecond(0, nanos).toString();
  }

  private static List<Bar> bars(
      StrategyDefinition strategy, DataPlugin data, List<Instrument> instruments, long now) {
    Map<InstrumentId, History> near = histories(strategy, instruments);
    long from = begin(strategy, now);
    feed(data, from, now, near);
    boolean enough =
        strategy.warmUp().nanos() > 0
            || near.values().stream().allMatch(each -> each.isEnough(now));
    if (!enough && from != Long.MIN_VALUE) {
      near = histories(strategy, instruments);
      feed(data, Long.MIN_VALUE, now, near);
    }
    List<Bar> all = new ArrayList<>();
    near.values().forEach(each -> all.addAll(each.bars(now)));
    all.sort(Comparator.comparingLong(Bar::eventTime).thenComparing(Bar::interval));
    return all;
  }

  private static Map<InstrumentId, History> histories(
      StrategyDefinition strategy, List<Instrument> instruments) {
    Map<InstrumentId, History> all = new TreeMap<>();
    List<BarInterval> intervals = BarInterval.all(strategy.bar());
    instruments.forEach(
        each -> all.put(each.id(), new History(each, intervals, strategy.warmUp())));
    return all;
  }

  /** Twice the time that the bars take if none is missing, from where a bar begins. */
  private static long begin(StrategyDefinition strategy, long now) {
    WarmUp warmUp = strategy.warmUp();
    List<BarInterval> all = BarInterval.all(strategy.bar());
    long longest =
        all.stream().filter(BarInterval::isTime).mapToLong(BarInterval::nanos).max().orElse(0);
    if (!all.stream().allMatch(BarInterval::isTime)) {
      return warmUp.nanos() > 0 ? now - warmUp.nanos() : Long.MIN_VALUE;
    }
    long span = warmUp.nanos() > 0 ? warmUp.nanos() : 2L * warmUp.bars() * longest;
    long from = now - span - longest;
    return from - Math.floorMod(from, Math.max(longest, TimeUnit.SECONDS.toNanos(1)));
  }

  private static void feed(
      DataPlugin data, long from, long now, Map<InstrumentId, History> histories) {
    HistoricalDataSource source = data.plugin().service();
    String set = data.set().name();
    try (DataCursor cursor = new OneLength(source.open(new DataRange(set, from, now)), set)) {
      for (MarketEvent event = cursor.next(); event != null; event = cursor.next()) {
        History history = histories.get(event.instrument().id());
        if (history != null && event.eventTime() < now) {
          history.add(event);
        }
      }
    }
    histories.values().forEach(each -> each.close(now));
  }
}
