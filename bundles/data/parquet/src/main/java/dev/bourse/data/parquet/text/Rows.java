package dev.bourse.data.parquet.text;

import dev.bourse.api.event.Bar;
import dev.bourse.api.event.MarketEvent;
import dev.bourse.api.event.Quote;
import dev.bourse.api.event.Trade;
import dev.bourse.api.model.AggressorSide;
import dev.bourse.data.parquet.set.Kind;
import java.util.StringJoiner;

/** Lines of text, one for each event, with all decimals. Pure functions. */
final class Rows {
  private Rows() {}

  static String kind(MarketEvent event) {
    return Kind.of(event).word();
  }

  static boolean hasId(MarketEvent event) {
    return event instanceof Trade trade && trade.venueTradeId() != null;
  }

  static String header(MarketEvent event, boolean ids) {
    return switch (Kind.of(event)) {
      case TRADES -> "time,price,size,side" + (ids ? ",id" : "");
      case QUOTES -> "time,bid,bid.size,ask,ask.size";
      case CAPTURE -> "";
      case BARS -> "time,open,high,low,close,volume";
    };
  }

  static String line(MarketEvent event, boolean ids) {
    StringJoiner line = new StringJoiner(",").add(Long.toString(event.eventTime()));
    if (event instanceof Trade trade) {
      line.add(trade.price().toString()).add(trade.size().toString()).add(side(trade.aggressor()));
      if (ids) {
        line.add(String.valueOf(trade.venueTradeId()));
      }
    } else if (event instanceof Quote quote) {
      line.add(quote.bid().toString()).add(quote.bidSize().toString());
      line.add(quote.ask().toString()).add(quote.askSize().toString());
    } else if (event instanceof Bar bar) {
      line.add(bar.open().toString()).add(bar.high().toString());
      line.add(bar.low().toString()).add(bar.close().toString());
      line.add(bar.volume().toString());
    }
    return line.toString();
  }

  private static String side(AggressorSide side) {
    return switch (side) {
      case BUYER -> "buy";
      case SELLER -> "sell";
      case UNKNOWN -> "";
    };
  }
}
