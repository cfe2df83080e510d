package dev.bourse.data.csv;

import dev.bourse.api.data.DataException;
import dev.bourse.api.event.MarketEvent;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Rows of columns. */
final class TextLines implements Lines {
  private final Rows rows;
  private final Columns columns;
  private final TimeReader times;
  private final RowReader reader;
  private boolean waiting = true;

  /** Reads the first line, and the second if the first is a header. */
  TextLines(Description description, DataFile file) {
    this.rows = new Rows(file, description.layout().delimiter());
    if (!rows.next()) {
      throw new DataException(file.path() + " is empty; copy it again");
    }
    this.columns = Columns.of(description, rows);
    this.times = new TimeReader(columns.index("time"), description.time());
    this.reader = reader(description, columns);
    if (description.layout().header() && !rows.next()) {
      throw new DataException(file.path() + " has a header and no rows; copy it again");
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
      case CAPTURE -> throw new IllegalArgumentException("a capture has no columns");
    };
  }

  /** The first row was reached while the file was opened. */
  @Override
  public boolean next() {
    if (!waiting && !rows.next()) {
      return false;
    }
    waiting = false;
    columns.check(rows);
    return true;
  }

  @Override
  public long time() {
    return times.read(rows);
  }

  @Override
  public @Nullable MarketEvent event(long time) {
    return reader.read(rows, time);
  }

  @Override
  public DataException bad(String reason) {
    return rows.bad(reason);
  }
}
