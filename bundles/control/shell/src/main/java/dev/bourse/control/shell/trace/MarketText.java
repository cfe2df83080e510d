package dev.bourse.control.shell.trace;

import dev.bourse.api.event.Bar;
import dev.bourse.api.event.BookDifference;
import dev.bourse.api.event.BookEvent;
import dev.bourse.api.event.DataGap;
import dev.bourse.api.event.FullBook;
import dev.bourse.api.event.FundingRate;
import dev.bourse.api.event.MarkPrice;
import dev.bourse.api.event.MarketEvent;
import dev.bourse.api.event.Quote;
import dev.bourse.api.event.Trade;
import dev.bourse.api.model.AggressorSide;
import dev.bourse.control.shell.text.Display;

/** Market data in words. */
final class MarketText {
  private MarketText() {}

  static String of(MarketEvent event) {
    String id = event.instrument().id() + " ";
    if (event instanceof Bar bar) {
      return "bar "
          + id
          + bar.interval()
          + " closed at "
          + bar.close()
          + " (open "
          + bar.open()
          + ", high "
          + bar.high()
          + ", low "
          + bar.low()
          + ", volume "
          + Display.quantity(bar.volume())
          + (bar.complete() ? ")" : ", incomplete)");
    } else if (event instanceof Trade trade) {
      String who =
          trade.aggressor() == AggressorSide.UNKNOWN ? "" : ", " + Display.word(trade.aggressor());
      return "trade " + id + Display.quantity(trade.size()) + " at " + trade.price() + who;
    } else if (event instanceof Quote quote) {
      return "quote "
          + id
          + quote.bid()
          + " x "
          + Display.quantity(quote.bidSize())
          + " / "
          + quote.ask()
          + " x "
          + Display.quantity(quote.askSize());
    } else if (event instanceof FullBook full) {
      return "book " + id + levels(full);
    } else if (event instanceof BookDifference difference) {
      return "book difference " + id + levels(difference);
    } else if (event instanceof MarkPrice mark) {
      return "mark price "
          + id
          + mark.mark()
          + (mark.index() == null ? "" : ", index " + mark.index());
    } else if (event instanceof FundingRate funding) {
      return "funding rate " + id + funding.rate();
    } else if (event instanceof DataGap gap) {
      String lost = gap.lost() == 0 ? "" : ", " + Display.count(gap.lost(), "event") + " lost";
      return "gap " + id + "until " + Display.time(gap.eventTime()) + lost + ": " + gap.reason();
    }
    return "market data of " + id.strip();
  }

  private static String levels(BookEvent event) {
    return Display.count(event.bids().count(), "bid")
        + ", "
        + Display.count(event.asks().count(), "offer")
        + ", update "
        + event.lastUpdateId();
  }
}
