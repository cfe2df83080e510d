package dev.bourse.exchange.binance.market;

import java.util.List;
import java.util.Locale;

/**
 * The streams of a symbol (web-socket-streams.md). Names are in lower case, symbols elsewhere in
 * upper case.
 */
enum StreamName {
  /** Every trade. */
  TRADE("@trade"),
  /** The best bid and offer, whenever they change. */
  BOOK_TICKER("@bookTicker"),
  /** What changed of the book, ten times a second. */
  DEPTH("@depth@100ms");

  private final String suffix;

  StreamName(String suffix) {
    this.suffix = suffix;
  }

  /** The stream's name for a symbol. */
  String of(String symbol) {
    return symbol.toLowerCase(Locale.ROOT) + suffix;
  }

  /** Those that are followed, with the book or without. */
  static List<StreamName> followed(boolean books) {
    return books ? List.of(TRADE, BOOK_TICKER, DEPTH) : List.of(TRADE, BOOK_TICKER);
  }
}
