package dev.bourse.data.parquet.set;

import dev.bourse.api.event.BookDifference;
import dev.bourse.api.event.BookLevels;
import dev.bourse.api.event.FullBook;
import dev.bourse.api.event.MarketEvent;
import dev.bourse.api.event.Quote;
import dev.bourse.api.event.Trade;
import dev.bourse.api.model.Instrument;
import dev.bourse.data.parquet.file.TableReader;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads what a {@link CaptureWriter} wrote. */
final class CaptureReader {
  private static final int EVENT = 1;

  private final Instrument instrument;
  private final TableReader rows;
  private long[] pairs = new long[256];
  private boolean there;

  CaptureReader(Instrument instrument, TableReader rows) {
    this.instrument = instrument;
    this.rows = rows;
  }

  /** The next event; levels of a book that began before the first row are left out. */
  @Nullable MarketEvent next() {
    if (!there) {
      there = rows.next();
    }
    while (there && rows.number(EVENT) >= CaptureWriter.BID) {
      there = rows.next();
    }
    return there ? event((int) rows.number(EVENT)) : null;
  }

  private MarketEvent event(int what) {
    return switch (what) {
      case CaptureWriter.QUOTE -> quote();
      case CaptureWriter.DIFFERENCE -> difference();
      case CaptureWriter.FULL -> full();
      default -> trade(what);
    };
  }

  private Trade trade(int what) {
    there = false;
    long id = rows.number(6);
    return new Trade(
        instrument,
        rows.number(0),
        rows.number(2),
        rows.number(3),
        Sides.side(what - CaptureWriter.TRADE),
        id == CaptureWriter.NO_ID ? null : Long.toString(id));
  }

  private Quote quote() {
    there = false;
    return new Quote(
        instrument, rows.number(0), rows.number(2), rows.number(3), rows.number(4), rows.number(5));
  }

  private BookDifference difference() {
    long time = rows.number(0);
    long first = rows.number(6);
    long last = rows.number(7);
    there = rows.next();
    return new BookDifference(
        instrument, time, first, last, levels(CaptureWriter.BID), levels(CaptureWriter.ASK));
  }

  private FullBook full() {
    long time = rows.number(0);
    long last = rows.number(7);
    there = rows.next();
    return new FullBook(
        instrument, time, last, levels(CaptureWriter.BID), levels(CaptureWriter.ASK));
  }

  private BookLevels levels(long what) {
    int count = 0;
    while (there && rows.number(EVENT) == what) {
      if (2 * count == pairs.length) {
        pairs = Arrays.copyOf(pairs, 4 * count);
      }
      pairs[2 * count] = rows.number(2);
      pairs[2 * count + 1] = rows.number(3);
      count++;
      there = rows.next();
    }
    return BookLevels.of(pairs, count);
  }
}
