package dev.bourse.venue.binance;

import dev.bourse.api.event.BookEvent;
import dev.bourse.api.event.MarketEvent;
import dev.bourse.api.event.Quote;
import dev.bourse.api.event.Trade;
import dev.bourse.api.model.AggressorSide;
import dev.bourse.venue.binance.feed.Feed;
import dev.bourse.venue.binance.market.Markets;
import dev.bourse.venue.binance.market.PublicTrade;
import dev.bourse.venue.binance.market.SymbolMarket;
import dev.bourse.venue.binance.streams.StreamHub;
import dev.bourse.venue.binance.trading.Amounts;
import dev.bourse.venue.binance.trading.Floor;
import org.jspecify.annotations.Nullable;

/** Brings market data to everybody: the public, and the orders that trade against it. */
final class Publication {
  private static final int MOST_AT_ONCE = 2_000;

  private final Markets markets;
  private final Floor floor;
  private final StreamHub streams;
  private @Nullable Feed feed;

  Publication(Markets markets, Floor floor, StreamHub streams) {
    this.markets = markets;
    this.floor = floor;
    this.streams = streams;
  }

  void publish(MarketEvent event) {
    SymbolMarket market = markets.of(event.instrument().id().symbol());
    if (event instanceof Quote quote) {
      market.quote(quote);
      streams.onQuote(market);
    } else if (event instanceof BookEvent book) {
      market.book(book);
      streams.onQuote(market);
    } else if (event instanceof Trade trade) {
      streams.onTrade(market, counted(market, trade));
    }
    floor.market(event);
  }

  private PublicTrade counted(SymbolMarket market, Trade trade) {
    return market.trade(
        market.nextTradeId(),
        Amounts.of(trade.price()),
        Amounts.of(trade.size()),
        floor.now(),
        trade.aggressor() == AggressorSide.SELLER);
  }

  /** Plays a feed from now on, instead of the one before. */
  void play(Feed newFeed) {
    stop();
    feed = newFeed;
  }

  void stop() {
    if (feed != null) {
      feed.close();
      feed = null;
    }
  }

  /** Publishes what is due. */
  void tick() {
    Feed playing = feed;
    if (playing != null) {
      playing.due(floor.now(), MOST_AT_ONCE).forEach(this::publish);
      if (playing.isOver()) {
        stop();
      }
    }
  }

  /** Whether a feed plays. */
  boolean isPlaying() {
    return feed != null;
  }
}
