package dev.bourse.data.parquet.set;

import dev.bourse.api.data.DataException;
import dev.bourse.api.event.BookDifference;
import dev.bourse.api.event.BookEvent;
import dev.bourse.api.event.BookLevels;
import dev.bourse.api.event.FullBook;
import dev.bourse.api.event.MarketEvent;
import dev.bourse.api.event.Quote;
import dev.bourse.api.event.Trade;
import dev.bourse.data.parquet.file.TableWriter;
import java.io.IOException;
import java.util.Arrays;

/**
 * A row for each trade and quote; for a book one that says what it is, and behind it one for each
 * level, bids first. All rows of an event have its time.
 */
final class CaptureWriter implements EventRows {
  /** The trade of an unknown side; the sides follow. */
  static final int TRADE = 0;

  /** The best bid and offer. */
  static final int QUOTE = 3;

  /** The beginning of a difference. */
  static final int DIFFERENCE = 4;

  /** The beginning of a full book. */
  static final int FULL = 5;

  /** A bid of the book that began before. */
  static final int BID = 6;

  /** An offer of the book that began before. */
  static final int ASK = 7;

  /** Stands for a trade without an id. */
  static final long NO_ID = -1;

  private final TableWriter table;
  private final long[] row = new long[8];

  CaptureWriter(TableWriter table) {
    this.table = table;
  }

  @Override
  public void write(MarketEvent event) throws IOException {
    if (event instanceof Trade trade) {
      begin(event, TRADE + Sides.number(trade.aggressor()));
      row[2] = RowWriter.fitting(trade.priceRaw(), event);
      row[3] = RowWriter.fitting(trade.sizeRaw(), event);
      row[6] = id(trade);
    } else if (event instanceof Quote quote) {
      begin(event, QUOTE);
      row[2] = RowWriter.fitting(quote.bidRaw(), event);
      row[3] = RowWriter.fitting(quote.bidSizeRaw(), event);
      row[4] = RowWriter.fitting(quote.askRaw(), event);
      row[5] = RowWriter.fitting(quote.askSizeRaw(), event);
    } else if (event instanceof BookEvent book) {
      book(book);
      return;
    } else {
      throw new DataException(
          "a capture holds books, trades and quotes, but at "
              + Times.text(event.eventTime())
              + " there is another kind of event");
    }
    table.add(row, "");
  }

  private void begin(MarketEvent event, long what) {
    Arrays.fill(row, 0);
    row[0] = event.eventTime();
    row[1] = what;
  }

  private static long id(Trade trade) {
    String id = trade.venueTradeId();
    Long number = Span.number(id);
    if (id != null && number == null) {
      throw new DataException(
          "the trade at "
              + Times.text(trade.eventTime())
              + " has the id \""
              + id
              + "\"; in a capture ids are numbers");
    }
    return number == null ? NO_ID : number;
  }

  private void book(BookEvent book) throws IOException {
    begin(book, book instanceof FullBook ? FULL : DIFFERENCE);
    row[6] = book instanceof BookDifference difference ? difference.firstUpdateId() : 0;
    row[7] = book.lastUpdateId();
    table.add(row, "");
    levels(book, book.bids(), BID);
    levels(book, book.asks(), ASK);
  }

  private void levels(BookEvent book, BookLevels levels, long what) throws IOException {
    begin(book, what);
    for (int i = 0; i < levels.count(); i++) {
      row[2] = RowWriter.fitting(levels.priceRaw(i), book);
      row[3] = RowWriter.fitting(levels.sizeRaw(i), book);
      table.add(row, "");
    }
  }
}
