package dev.bourse.data.parquet.set;

import dev.bourse.api.data.DataException;
import dev.bourse.api.event.Bar;
import dev.bourse.api.event.MarketEvent;
import dev.bourse.api.event.Quote;
import dev.bourse.api.event.Trade;
import dev.bourse.data.parquet.file.TableWriter;
import java.io.IOException;

/** One row for each event, all of one kind. */
final class RowWriter implements EventRows {
  private final TableWriter table;
  private final Ids ids;
  private final long[] row = new long[8];

  RowWriter(TableWriter table, Ids ids) {
    this.table = table;
    this.ids = ids;
  }

  /** How the ids of events like this one can be stored. */
  static Ids ids(MarketEvent event) {
    if (!(event instanceof Trade trade) || trade.venueTradeId() == null) {
      return Ids.NONE;
    }
    return Span.number(trade.venueTradeId()) == null ? Ids.WORDS : Ids.NUMBERS;
  }

  @Override
  public void write(MarketEvent event) throws IOException {
    String word = "";
    row[0] = event.eventTime();
    if (event instanceof Trade trade) {
      word = trade(trade);
    } else if (event instanceof Quote quote) {
      row[1] = fitting(quote.bidRaw(), event);
      row[2] = fitting(quote.bidSizeRaw(), event);
      row[3] = fitting(quote.askRaw(), event);
      row[4] = fitting(quote.askSizeRaw(), event);
    } else if (event instanceof Bar bar) {
      row[1] = fitting(bar.openRaw(), event);
      row[2] = fitting(bar.highRaw(), event);
      row[3] = fitting(bar.lowRaw(), event);
      row[4] = fitting(bar.closeRaw(), event);
      row[5] = fitting(bar.volumeRaw(), event);
      row[6] = bar.complete() ? 1 : 0;
    }
    table.add(row, word);
  }

  private String trade(Trade trade) {
    row[1] = fitting(trade.priceRaw(), trade);
    row[2] = fitting(trade.sizeRaw(), trade);
    row[3] = Sides.number(trade.aggressor());
    String id = trade.venueTradeId();
    Long number = Span.number(id);
    if ((id == null) != (ids == Ids.NONE) || (ids == Ids.NUMBERS && number == null)) {
      throw new DataException(
          "the trade at "
              + Times.text(trade.eventTime())
              + " has the id "
              + (id == null ? "(none)" : "\"" + id + "\"")
              + ", unlike those before it; ids are all numbers, all words, or none");
    }
    row[4] = number == null ? 0 : number;
    return id == null ? "" : id;
  }

  /** A number that the columns of decimals can hold. */
  static long fitting(long raw, MarketEvent event) {
    if (raw > TableWriter.MOST || raw < -TableWriter.MOST) {
      throw new DataException(
          "the event at "
              + Times.text(event.eventTime())
              + " has the number "
              + raw
              + " (scaled), which is longer than 18 digits; give "
              + event.instrument().id()
              + " fewer decimals by its tick or step");
    }
    return raw;
  }
}
