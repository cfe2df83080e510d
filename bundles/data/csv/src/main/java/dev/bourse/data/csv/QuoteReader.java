package dev.bourse.data.csv;

import dev.bourse.api.event.Quote;
import dev.bourse.api.model.Instrument;

/** The best bid and offer in each row. A size of zero says that nobody stands there. */
final class QuoteReader implements RowReader {
  private final Instrument instrument;
  private final PriceColumn bid;
  private final NumberColumn bidSize;
  private final PriceColumn ask;
  private final NumberColumn askSize;

  QuoteReader(Instrument instrument, Policies policies, Columns columns) {
    this.instrument = instrument;
    this.bid = new PriceColumn(columns.price("bid"), policies.maxJump());
    this.bidSize = columns.quantity("bid.size");
    this.ask = new PriceColumn(columns.price("ask"), policies.maxJump());
    this.askSize = columns.quantity("ask.size");
  }

  @Override
  public Quote read(Rows row, long time) {
    long bidRaw = bid.read(row);
    long askRaw = ask.read(row);
    requireOrder(instrument, bidRaw, askRaw, row);
    return new Quote(instrument, time, bidRaw, size(bidSize, row), askRaw, size(askSize, row));
  }

  static void requireOrder(Instrument instrument, long bidRaw, long askRaw, Place place) {
    if (bidRaw > askRaw) {
      throw place.bad(
          "bid "
              + instrument.price(bidRaw)
              + " is above ask "
              + instrument.price(askRaw)
              + "; correct them, or the columns");
    }
  }

  private static long size(NumberColumn column, Rows row) {
    long size = column.read(row);
    if (size < 0) {
      throw row.bad(
          column.role() + " " + row.text(column.index()) + " must not be negative; correct it");
    }
    return size;
  }
}
