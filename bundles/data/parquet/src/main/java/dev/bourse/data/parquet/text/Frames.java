package dev.bourse.data.parquet.text;

import dev.bourse.api.data.DataException;
import dev.bourse.api.event.BookDifference;
import dev.bourse.api.event.BookLevels;
import dev.bourse.api.event.FullBook;
import dev.bourse.api.event.MarketEvent;
import dev.bourse.api.event.Quote;
import dev.bourse.api.event.Trade;
import dev.bourse.api.model.AggressorSide;
import dev.bourse.api.model.Instrument;

/** Lines of a capture, one for each event: its time and a message of Binance's streams. */
final class Frames {
  private Frames() {}

  static String line(MarketEvent event) {
    return event.eventTime() + " " + frame(event);
  }

  private static String frame(MarketEvent event) {
    Instrument rules = event.instrument();
    String symbol = ",\"s\":\"" + rules.id().symbol() + "\"";
    if (event instanceof FullBook full) {
      return "{\"lastUpdateId\":"
          + full.lastUpdateId()
          + ",\"bids\":"
          + levels(full.bids(), rules)
          + ",\"asks\":"
          + levels(full.asks(), rules)
          + "}";
    } else if (event instanceof BookDifference difference) {
      return "{\"e\":\"depthUpdate\""
          + symbol
          + ",\"U\":"
          + difference.firstUpdateId()
          + ",\"u\":"
          + difference.lastUpdateId()
          + ",\"b\":"
          + levels(difference.bids(), rules)
          + ",\"a\":"
          + levels(difference.asks(), rules)
          + "}";
    } else if (event instanceof Trade trade) {
      return "{\"e\":\"trade\"" + symbol + trade(trade) + "}";
    } else if (event instanceof Quote quote) {
      return "{\"e\":\"bookTicker\"" + symbol + quote(quote) + "}";
    }
    throw new DataException(
        event.getClass().getSimpleName() + " has no message in a capture; it is not exported");
  }

  private static String trade(Trade trade) {
    String id = trade.venueTradeId() == null ? "" : ",\"t\":" + trade.venueTradeId();
    String side =
        trade.aggressor() == AggressorSide.UNKNOWN
            ? ""
            : ",\"m\":" + (trade.aggressor() == AggressorSide.SELLER);
    return id + ",\"p\":\"" + trade.price() + "\",\"q\":\"" + trade.size() + "\"" + side;
  }

  private static String quote(Quote quote) {
    return ",\"b\":\""
        + quote.bid()
        + "\",\"B\":\""
        + quote.bidSize()
        + "\",\"a\":\""
        + quote.ask()
        + "\",\"A\":\""
        + quote.askSize()
        + "\"";
  }

  private static String levels(BookLevels levels, Instrument rules) {
    StringBuilder text = new StringBuilder("[");
    for (int i = 0; i < levels.count(); i++) {
      text.append(i == 0 ? "[\"" : ",[\"").append(levels.price(i, rules)).append("\",\"");
      text.append(levels.size(i, rules)).append("\"]");
    }
    return text.append(']').toString();
  }
}
