package dev.bourse.data.parquet.set;

import dev.bourse.api.event.Bar;
import dev.bourse.api.event.MarketEvent;
import dev.bourse.api.event.Quote;
import dev.bourse.api.event.Trade;
import dev.bourse.api.model.BarInterval;
import dev.bourse.data.parquet.file.TableReader;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The events of a part, from a time on. */
final class PartCursor implements AutoCloseable {
  private final Part part;
  private final Ids ids;
  private final TableReader rows;
  private final @Nullable CaptureReader capture;

  PartCursor(Part part, long from) {
    this.part = part;
    this.ids = Layout.ids(part.table().columns());
    this.rows = TableReader.open(part.table(), from);
    boolean mixed = part.content().kind() == Kind.CAPTURE;
    this.capture = mixed ? new CaptureReader(part.instrument(), rows) : null;
  }

  @Nullable MarketEvent next() {
    if (capture != null) {
      return capture.next();
    }
    if (!rows.next()) {
      return null;
    }
    return switch (part.content().kind()) {
      case TRADES -> trade();
      case QUOTES -> quote();
      case CAPTURE -> null;
      case BARS -> bar(Objects.requireNonNull(part.content().bar()));
    };
  }

  /** Rows behind us, skipped ones included. */
  long passed() {
    return rows.passed();
  }

  @Override
  public void close() {
    rows.close();
  }

  private Trade trade() {
    return new Trade(
        part.instrument(),
        rows.number(0),
        rows.number(1),
        rows.number(2),
        Sides.side(rows.number(3)),
        switch (ids) {
          case NONE -> null;
          case NUMBERS -> Long.toString(rows.number(4));
          case WORDS -> rows.word(4);
        });
  }

  private Quote quote() {
    return new Quote(
        part.instrument(),
        rows.number(0),
        rows.number(1),
        rows.number(2),
        rows.number(3),
        rows.number(4));
  }

  private Bar bar(BarInterval interval) {
    return new Bar(
        part.instrument(),
        interval,
        rows.number(0),
        rows.number(1),
        rows.number(2),
        rows.number(3),
        rows.number(4),
        rows.number(5),
        rows.number(6) != 0);
  }
}
