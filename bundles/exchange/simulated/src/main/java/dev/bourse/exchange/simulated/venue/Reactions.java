package dev.bourse.exchange.simulated.venue;

import dev.bourse.api.event.Bar;
import dev.bourse.api.event.BookEvent;
import dev.bourse.api.event.DataGap;
import dev.bourse.api.event.MarketEvent;
import dev.bourse.api.event.Quote;
import dev.bourse.api.event.Trade;

/** What market data does: to what the venue knows of the market, and to the orders of its book. */
final class Reactions {
  private final FillRules rules;
  private final Matching matching;
  private final BookMatching levels;
  private final Triggers triggers;
  private final BarMatching bars;
  private final PathMatching paths;

  Reactions(FillRules rules, Matching matching, BookMatching levels, Triggers triggers) {
    this.rules = rules;
    this.matching = matching;
    this.levels = levels;
    this.triggers = triggers;
    this.bars = new BarMatching(rules, matching, triggers);
    this.paths = new PathMatching(rules, matching, bars, triggers);
  }

  void apply(Book book, MarketEvent event, long time) {
    if (event instanceof Trade trade) {
      trade(book, trade, time);
    } else if (event instanceof Quote quote) {
      quote(book, quote, time);
    } else if (event instanceof BookEvent change) {
      book(book, change, time);
    } else if (event instanceof Bar bar) {
      bar(book, bar, time);
    } else if (event instanceof DataGap) {
      book.market.forgetQuote();
    }
  }

  private void trade(Book book, Trade trade, long time) {
    boolean orders = !book.isEmpty();
    if (orders) {
      matching.onTrade(book, trade, time);
    }
    book.market.trade(trade.priceRaw());
    book.traded(trade, time);
    if (orders) {
      triggers.onTrade(book, trade.priceRaw(), time);
    }
  }

  /** Where the book is known, its best bid and offer are those that count. */
  private void quote(Book book, Quote quote, long time) {
    if (book.market.depth() != null) {
      return;
    }
    book.market.quote(quote);
    if (!book.isEmpty()) {
      matching.onQuote(book, time);
      triggers.onQuote(book, time);
    }
  }

  private void book(Book book, BookEvent change, long time) {
    boolean changed = book.market.book(change);
    Depth depth = book.market.depth();
    if (changed && depth != null && !book.isEmpty()) {
      levels.onBook(book, depth, time);
      triggers.onQuote(book, time);
    }
  }

  private void bar(Book book, Bar bar, long time) {
    if (!book.market.tradesSeen && !book.market.quotesSeen) {
      book.market.bar(bar, time);
      if (!book.isEmpty()) {
        if (rules.barFill().hasPath()) {
          paths.onBar(book, bar, time);
        } else {
          bars.onBar(book, bar, time);
        }
      }
    }
  }
}
