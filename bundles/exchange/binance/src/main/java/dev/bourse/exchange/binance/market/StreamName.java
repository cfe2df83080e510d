package dev.bourse.exchange.binance.market;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * The streams of a symbol (web-socket-streams.md). Names are in lower case, symbols elsewhere in
 * upper case.
 */
enum StreamName {
  /** Every trade. */
  TRADE("@trade"),
  /** The best bid and offer, whenever they change. */
  BOOK_TICKER("@bookTicker"),
  /** The minute, every two seconds and when it is over. */
  KLINE("@kline_1m"),
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

  /** Those that are followed. */
  static Set<StreamName> followed(FeedSettings settings) {
    Set<StreamName> followed = EnumSet.of(TRADE, BOOK_TICKER);
    if (settings.klines()) {
      followed.add(KLINE);
    }
    if (settings.books()) {
      followed.add(DEPTH);
    }
    return followed;
  }
}
