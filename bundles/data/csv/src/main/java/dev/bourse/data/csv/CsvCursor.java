package dev.bourse.data.csv;

import dev.bourse.api.data.DataCounts;
import dev.bourse.api.data.DataCursor;
import dev.bourse.api.data.DataException;
import dev.bourse.api.data.DataRange;
import dev.bourse.api.event.Bar;
import dev.bourse.api.event.MarketEvent;
import dev.bourse.api.event.Trade;
import org.jspecify.annotations.Nullable;

/**
 * Reads one file from its first line to the end of the wanted range. Rows before the range are
 * checked but not counted; the rest of the file behind it is only hashed.
 */
final class CsvCursor implements DataCursor {
  private final DataFile file;
  private final Lines lines;
  private final Policies policies;
  private final @Nullable RecentIds ids;
  private final DataRange range;
  private boolean ended;
  private boolean closed;
  private @Nullable DataException failure;
  private long last = Long.MIN_VALUE;
  private long events;
  private long refused;
  private long repeated;
  private long disordered;

  private CsvCursor(Description description, DataRange range, DataFile file) {
    this.file = file;
    this.range = range;
    this.policies = description.policies();
    boolean capture = description.kind() == Kind.CAPTURE;
    this.lines =
        capture
            ? new CaptureLines(description.instrument(), policies, file)
            : new TextLines(description, file);
    boolean ided = capture || description.layout().columns().containsKey("id");
    this.ids = ided && policies.repeats() != Repeats.KEEP ? new RecentIds() : null;
  }

  /** Opens the file of a description; throws {@link DataException} with a sentence. */
  static CsvCursor open(Description description, DataRange range) {
    DataFile file = DataFile.open(description.file());
    try {
      return new CsvCursor(description, range, file);
    } catch (RuntimeException e) {
      file.close();
      throw e;
    }
  }

  @Override
  public @Nullable MarketEvent next() {
    if (closed) {
      throw new IllegalStateException("the cursor on " + file.path() + " is closed");
    }
    if (failure != null) {
      throw failure;
    }
    try {
      return ended ? null : read();
    } catch (DataException e) {
      failure = e;
      throw e;
    }
  }

  @Override
  public DataCounts counts() {
    return new DataCounts(events, refused, repeated, disordered);
  }

  @Override
  public double progress() {
    return ended ? 1 : file.progress();
  }

  @Override
  public String hash() {
    return file.hash();
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      file.close();
    }
  }

  private @Nullable MarketEvent read() {
    while (!ended && lines.next()) {
      MarketEvent event = event(lines.time());
      if (event != null) {
        return event;
      }
    }
    file.drain();
    ended = true;
    return null;
  }

  /** The event of this row, or null if it is refused, repeated or outside the range. */
  private @Nullable MarketEvent event(long rowTime) {
    long time = Math.max(rowTime, last);
    boolean wanted = time >= range.from() && time < range.to();
    MarketEvent event = lines.event(time);
    if (event == null) {
      refused += wanted ? 1 : 0;
      return null;
    }
    if (event instanceof Trade trade && isRepeat(trade)) {
      repeated += wanted ? 1 : 0;
      return null;
    }
    if (rowTime < last) {
      requireOrder(rowTime);
      disordered += wanted ? 1 : 0;
    }
    if (rowTime == last && event instanceof Bar) {
      throw lines.bad("it closes when the bar before it does; a bar may stand only once");
    }
    last = time;
    ended = time >= range.to();
    events += wanted ? 1 : 0;
    return wanted ? event : null;
  }

  private boolean isRepeat(Trade trade) {
    String id = trade.venueTradeId();
    if (ids == null || id == null || ids.add(id)) {
      return false;
    }
    if (policies.repeats() == Repeats.FAIL) {
      throw lines.bad("id " + id + " was there before, and repeats=fail; remove the line");
    }
    return true;
  }

  private void requireOrder(long time) {
    if (policies.disorder() == Disorder.FAIL) {
      throw lines.bad(
          "its time "
              + TimeReader.instant(time)
              + " is before "
              + TimeReader.instant(last)
              + " of the row above; sort the file");
    }
  }
}
