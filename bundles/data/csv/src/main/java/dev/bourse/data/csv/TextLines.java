package dev.bourse.data.csv;

import dev.bourse.api.data.DataException;
import dev.bourse.api.event.MarketEvent;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Rows of columns; what a row says of a contract beside its own event follows as lines. */
final class TextLines implements Lines {
  private final Rows rows;
  private final Columns columns;
  private final TimeReader times;
  private final RowReader reader;
  private final ContractColumns extras;
  private boolean waiting = true;

  /** What this line is of its row: -1 for its own event, else a number of the extras. */
  private int extra = ContractColumns.MOST;

  /** Reads the first line, and the second if the first is a header. */
  TextLines(Description description, DataFile file) {
    this.rows = new Rows(file, description.layout().delimiter());
    if (!rows.next()) {
      throw new DataException(file.path() + " is empty; copy it again");
    }
    this.columns = Columns.of(description, rows);
    this.times = new TimeReader(columns.index("time"), description.time());
    this.reader = reader(description, columns);
    this.extras = new ContractColumns(description.instrument(), columns);
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
    while (++extra < ContractColumns.MOST) {
      if (extras.has(rows, extra)) {
        return true;
      }
    }
    if (!waiting && !rows.next()) {
      return false;
    }
    waiting = false;
    columns.check(rows);
    extra = -1;
    return true;
  }

  @Override
  public long time() {
    return times.read(rows);
  }

  @Override
  public @Nullable MarketEvent event(long time) {
    return extra < 0 ? reader.read(rows, time) : extras.event(rows, extra, time);
  }

  @Override
  public DataException bad(String reason) {
    return rows.bad(reason);
  }
}
