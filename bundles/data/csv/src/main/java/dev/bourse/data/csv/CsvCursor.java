package dev.bourse.data.csv;

import dev.bourse.api.data.DataCounts;
import dev.bourse.api.data.DataCursor;
import dev.bourse.api.data.DataException;
import dev.bourse.api.data.DataRange;
import dev.bourse.api.event.Bar;
import dev.bourse.api.event.MarketEvent;
import dev.bourse.api.event.Trade;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads one file from its first line to the end of the wanted range. Rows before the range are
 * checked but not counted; the rest of the file behind it is only hashed.
 */
final class CsvCursor implements DataCursor {
  private final DataFile file;
  private final Rows rows;
  private final Columns columns;
  private final TimeReader times;
  private final RowReader reader;
  private final Policies policies;
  private final @Nullable RecentIds ids;
  private final DataRange range;
  private boolean waiting = true;
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
    this.rows = new Rows(file, description.layout().delimiter());
    if (!rows.next()) {
      throw new DataException(file.path() + " is empty; copy it again");
    }
    this.columns = Columns.of(description, rows);
    this.times = new TimeReader(columns.index("time"), description.time());
    this.reader = reader(description, columns);
    boolean looked = columns.index("id") >= 0 && policies.repeats() != Repeats.KEEP;
    this.ids = looked ? new RecentIds() : null;
    if (description.layout().header() && !rows.next()) {
      throw new DataException(file.path() + " has a header and no rows; copy it again");
    }
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
    while (!ended && advance()) {
      columns.check(rows);
      MarketEvent event = event(times.read(rows));
      if (event != null) {
        return event;
      }
    }
    file.drain();
    ended = true;
    return null;
  }

  /** The first row was reached while the file was opened. */
  private boolean advance() {
    if (waiting) {
      waiting = false;
      return true;
    }
    return rows.next();
  }

  /** The event of this row, or null if it is refused, repeated or outside the range. */
  private @Nullable MarketEvent event(long rowTime) {
    long time = Math.max(rowTime, last);
    boolean wanted = time >= range.from() && time < range.to();
    MarketEvent event = reader.read(rows, time);
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
      throw rows.bad("it closes when the bar before it does; a bar may stand only once");
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
      throw rows.bad("id " + id + " was there before, and repeats=fail; remove the line");
    }
    return true;
  }

  private void requireOrder(long time) {
    if (policies.disorder() == Disorder.FAIL) {
      throw rows.bad(
          "its time "
              + TimeReader.instant(time)
              + " is before "
              + TimeReader.instant(last)
              + " of the row above; sort the file");
    }
  }

  private static RowReader reader(Description description, Columns columns) {
    Policies policies = description.policies();
    return switch (description.kind()) {
      case TRADES -> new TradeReader(description.instrument(), policies, columns);
      case QUOTES -> new QuoteReader(description.instrument(), policies, columns);
      case BARS ->
          new BarReader(
              description.instrument(),
              Objects.requireNonNull(description.time().bar()),
              policies,
              columns);
    };
  }
}
