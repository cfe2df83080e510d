package dev.bourse.engine.feed;

import dev.bourse.api.data.DataCursor;
import dev.bourse.api.data.DataException;
import dev.bourse.api.data.DataRange;
import dev.bourse.api.data.HistoricalDataSource;
import dev.bourse.api.event.Bar;
import dev.bourse.api.event.MarketEvent;
import dev.bourse.core.market.OneLength;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A recorded set, lap after lap: every lap is later than the one before by the set's span, rounded
 * up to whole minutes (or bars, if those are longer) so that each lap is cut into bars alike. Any
 * position can be returned to: positions count on over laps.
 */
public final class RecordedFeed implements Feed {
  private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);

  private final HistoricalDataSource source;
  private final String set;
  private final int laps;
  private @Nullable DataCursor cursor;
  private @Nullable MarketEvent next;
  private long position;
  private int lap;
  private long inLap;
  private long shift;
  private long first;
  private long last;
  private long bar = MINUTE;
  private boolean ended;

  /**
   * A feed that goes on behind a position.
   *
   * @param laps how often the set is read, 0 for ever
   * @param position the last position that was taken before
   */
  public RecordedFeed(HistoricalDataSource source, String set, int laps, long position) {
    this.source = source;
    this.set = set;
    this.laps = laps;
    skip(position);
  }

  @Override
  public @Nullable MarketEvent peek() {
    MarketEvent ready = next;
    if (ready == null && !ended) {
      MarketEvent read = read();
      ready = read == null ? null : Shift.by(read, shift);
      next = ready;
    }
    return ready;
  }

  @Override
  public void take() {
    if (next == null) {
      throw new IllegalStateException("there is no event to take");
    }
    next = null;
    position++;
  }

  @Override
  public long position() {
    return position;
  }

  @Override
  public boolean hasEnded() {
    return ended;
  }

  /**
   * Reads through to the position: once through the set tells how long a lap is, the rest is
   * counted.
   */
  private void skip(long target) {
    while (position < target && !ended) {
      if (read() == null) {
        return;
      }
      position++;
      if (lap == 1 && inLap == 1) {
        leap(target);
      }
    }
  }

  /** At the first event of the second lap everything about laps is known: jumps over whole ones. */
  private void leap(long target) {
    long perLap = position - 1;
    long whole = (target - position) / perLap;
    if (whole > 0) {
      long possible = laps == 0 ? whole : Math.min(whole, laps - 1L - lap);
      lap += (int) possible;
      position += possible * perLap;
      shift += possible * span();
    }
  }

  /** The next event as recorded, of this lap or the next; null at the end of the last. */
  private @Nullable MarketEvent read() {
    DataCursor open = cursor;
    if (open == null) {
      open = new OneLength(source.open(DataRange.all(set)), set);
      cursor = open;
      inLap = 0;
    }
    MarketEvent event = open.next();
    if (event == null) {
      return nextLap(open);
    }
    if (lap == 0) {
      first = inLap == 0 ? event.eventTime() : first;
      last = event.eventTime();
      bar = event instanceof Bar each ? Math.max(bar, each.interval().nanos()) : bar;
    }
    inLap++;
    return event;
  }

  private @Nullable MarketEvent nextLap(DataCursor done) {
    if (inLap == 0) {
      throw new DataException("data set " + set + " has no events");
    }
    done.close();
    cursor = null;
    lap++;
    if (laps > 0 && lap >= laps) {
      ended = true;
      return null;
    }
    shift += span();
    return read();
  }

  private long span() {
    return Math.floorDiv(last - first + bar, bar) * bar;
  }

  @Override
  public void close() {
    DataCursor open = cursor;
    if (open != null) {
      open.close();
      cursor = null;
    }
    ended = true;
  }
}
