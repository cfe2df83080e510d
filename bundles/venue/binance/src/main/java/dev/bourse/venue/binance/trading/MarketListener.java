package dev.bourse.venue.binance.trading;

import dev.bourse.venue.binance.market.PublicTrade;
import dev.bourse.venue.binance.market.SymbolMarket;

/** Hears what everybody may know, on the venue's thread. */
public interface MarketListener {
  /** Something was traded. */
  void onTrade(SymbolMarket market, PublicTrade trade);

  /** The best bid or offer may be another. */
  void onBook(SymbolMarket market);
}
