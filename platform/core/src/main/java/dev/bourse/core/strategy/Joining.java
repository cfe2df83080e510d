package dev.bourse.core.strategy;

import dev.bourse.api.event.Bar;
import dev.bourse.api.event.LifecycleEvent;
import dev.bourse.api.model.BarInterval;
import dev.bourse.api.model.BarPrice;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.state.StateReader;
import dev.bourse.api.state.StateWriter;
import dev.bourse.core.market.BarIntervals;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/**
 * Which bars of time and trades a strategy was told, so that those of its venue and those of the
 * stream follow one another: each once, none left out.
 *
 * <p>A bar that began before the stream brought everything, or that ended while the strategy could
 * not be asked, is <em>owed</em>: the engine asks the venue for it. As long as one is owed, those
 * behind it are owed too, for they must not overtake it. Not thread-safe.
 */
public final class Joining {
  /** Shorter bars pass while a venue is asked, so they are told as the stream makes them. */
  private static final long SHORTEST = 5_000_000_000L;

  /** Bars of one length of one instrument. */
  public record Line(InstrumentId instrument, BarInterval interval) implements Comparable<Line> {
    @Override
    public int compareTo(Line other) {
      int byInterval = interval.compareTo(other.interval);
      return byInterval != 0 ? byInterval : instrument.compareTo(other.instrument);
    }
  }

  private final Map<Line, Long> told = new TreeMap<>();
  private final Map<Line, Long> owed = new TreeMap<>();
  private final Map<Line, Long> streamed = new TreeMap<>();
  private final Map<InstrumentId, Long> whole = new TreeMap<>();
  private long boundAt;
  private boolean waiting;

  /** Whether a venue can fill what is missing of such bars. */
  public static boolean isFilled(BarInterval interval) {
    return interval.isTime() && interval.price() == BarPrice.TRADE && interval.nanos() >= SHORTEST;
  }

  /** A strategy is bound: what ended since it was told last is owed, and it waits for that. */
  void bound(LifecycleEvent.StrategyBound event, long now) {
    whole.clear();
    boundAt = now;
    owed.clear();
    for (InstrumentId instrument : event.instruments()) {
      for (BarInterval interval : BarInterval.all(event.bar())) {
        if (isFilled(interval)) {
          told.putIfAbsent(new Line(instrument, interval), Long.MIN_VALUE);
        }
      }
    }
    event
        .history()
        .forEach(each -> told.computeIfPresent(line(each), (line, end) -> later(each, end)));
    told.keySet().forEach(each -> owe(each, lastEnd(each, now)));
    waiting = waits();
  }

  /** What ended before it heard last was told by the stream, although nobody kept count. */
  void upgraded(ToLongFunction<InstrumentId> heard) {
    for (Line line : List.copyOf(told.keySet())) {
      long last = heard.applyAsLong(line.instrument());
      if (last != Long.MIN_VALUE) {
        long end = told.merge(line, lastEnd(line, last), Math::max);
        owed.computeIfPresent(line, (each, until) -> until <= end ? null : until);
      }
    }
    waiting = waits();
  }

  private boolean waits() {
    return told.entrySet().stream()
        .anyMatch(each -> each.getValue() < lastEnd(each.getKey(), boundAt));
  }

  private static Line line(Bar bar) {
    return new Line(bar.instrument().id(), bar.interval());
  }

  private static long later(Bar bar, long end) {
    return Math.max(bar.eventTime(), end);
  }

  /** The end of the last bar that is over at a time. */
  private static long lastEnd(Line line, long time) {
    return Math.floorDiv(time, line.interval().nanos()) * line.interval().nanos();
  }

  private void owe(Line line, long end) {
    if (toldThrough(line) < end) {
      owed.merge(line, end, Math::max);
    }
  }

  /**
   * A bar of the stream ended.
   *
   * @param asked whether the strategy can be told of it now
   */
  void ended(Bar bar, boolean asked) {
    Line line = line(bar);
    if (!told.containsKey(line) || bar.eventTime() <= toldThrough(line)) {
      return;
    }
    boolean begunBefore = bar.eventTime() - bar.interval().nanos() < whole(line.instrument());
    if (begunBefore || !asked || owed.containsKey(line)) {
      owe(line, bar.eventTime());
    } else {
      told.put(line, bar.eventTime());
      streamed.put(line, bar.eventTime());
    }
  }

  /** What follows a hole is whole from when the stream begins anew. */
  void torn(InstrumentId instrument) {
    whole.remove(instrument);
  }

  /** The same of every instrument. */
  void cutOff() {
    whole.clear();
  }

  /** Whether a bar of the stream that just ended is told. */
  boolean tells(Bar bar) {
    Line line = line(bar);
    return !told.containsKey(line)
        || streamed.getOrDefault(line, Long.MIN_VALUE) == bar.eventTime();
  }

  /** What a venue told; returns the bars that are news. */
  List<Bar> told(LifecycleEvent.HistoryTold event) {
    List<Bar> news = new ArrayList<>();
    for (Bar bar : event.bars()) {
      Line line = line(bar);
      if (told.containsKey(line) && bar.eventTime() > toldThrough(line)) {
        told.put(line, bar.eventTime());
        news.add(bar);
      }
    }
    event.asked().forEach(this::pay);
    waiting = waits();
    event.streams().forEach(this::streams);
    return news;
  }

  /** What was not asked for stays owed, also if it ended before the answer came. */
  private void pay(LifecycleEvent.HistoryTold.Asked asked) {
    Line line = new Line(asked.instrument(), asked.interval());
    Long end = owed.get(line);
    if (end == null) {
      return;
    }
    long reached = Math.min(end, lastEnd(line, asked.through()));
    told.merge(line, reached, Math::max);
    if (reached == end) {
      owed.remove(line);
    }
  }

  private void streams(LifecycleEvent.HistoryTold.Stream stream) {
    InstrumentId instrument = stream.instrument();
    if (stream.whole() == Long.MAX_VALUE) {
      whole.remove(instrument);
    } else if (whole.put(instrument, stream.whole()) == null) {
      for (Line each : told.keySet()) {
        if (each.instrument().equals(instrument)) {
          // the bar in which the stream became whole is the last one that the venue tells
          owe(each, lastEnd(each, stream.whole() - 1) + each.interval().nanos());
        }
      }
    }
  }

  /** Whether the strategy waits for what it missed, and is not asked. */
  public boolean isWaiting() {
    return waiting;
  }

  /**
   * Since when the stream brings everything of an instrument, {@link Long#MAX_VALUE} while it does
   * not.
   */
  public long whole(InstrumentId instrument) {
    return whole.getOrDefault(instrument, Long.MAX_VALUE);
  }

  /** The ends of the last bars that the venue is to be asked for, by line. */
  public Map<Line, Long> owed() {
    return Collections.unmodifiableMap(owed);
  }

  /** Through which end bars of a line were told, {@link Long#MIN_VALUE} for none. */
  public long toldThrough(Line line) {
    return told.getOrDefault(line, Long.MIN_VALUE);
  }

  void save(StateWriter out) {
    out.putInt(whole.size());
    whole.forEach((instrument, since) -> out.putText(instrument.toString()).putLong(since));
    save(out.putLong(boundAt), told);
    save(out, owed);
    save(out, streamed);
  }

  private static void save(StateWriter out, Map<Line, Long> ends) {
    out.putInt(ends.size());
    ends.forEach(
        (line, end) -> {
          BarIntervals.write(out.putText(line.instrument().toString()), line.interval());
          out.putLong(end);
        });
  }

  static Joining load(StateReader in) {
    Joining loaded = new Joining();
    for (int left = in.getInt(); left > 0; left--) {
      loaded.whole.put(InstrumentId.of(in.getText()), in.getLong());
    }
    loaded.boundAt = in.getLong();
    load(in, loaded.told);
    load(in, loaded.owed);
    load(in, loaded.streamed);
    loaded.waiting = loaded.waits();
    return loaded;
  }

  private static void load(StateReader in, Map<Line, Long> ends) {
    for (int left = in.getInt(); left > 0; left--) {
      InstrumentId instrument = InstrumentId.of(in.getText());
      ends.put(new Line(instrument, BarIntervals.read(in)), in.getLong());
    }
  }
}
