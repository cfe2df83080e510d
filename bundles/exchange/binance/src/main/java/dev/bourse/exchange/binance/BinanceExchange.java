package dev.bourse.exchange.binance;

import dev.bourse.api.exchange.Capabilities;
import dev.bourse.api.exchange.Exchange;
import dev.bourse.api.exchange.ExchangeContext;
import dev.bourse.api.exchange.ExecutionClient;
import dev.bourse.api.exchange.MarketDataClient;
import dev.bourse.api.model.Instrument;
import dev.bourse.exchange.binance.market.FeedSettings;
import dev.bourse.exchange.binance.market.MarketFeed;
import dev.bourse.exchange.binance.net.Sockets;
import dev.bourse.exchange.binance.net.Worker;
import dev.bourse.exchange.binance.rest.HttpRest;
import dev.bourse.exchange.binance.rest.Publications;
import dev.bourse.exchange.binance.rest.SymbolReader;
import java.time.Duration;
import java.util.List;

/** Binance without a key: data comes, orders are refused. */
final class BinanceExchange implements Exchange {
  private final HttpRest rest;
  private final MarketFeed feed;
  private final ExecutionClient execution;

  BinanceExchange(
      ExchangeContext context,
      FeedSettings settings,
      SymbolReader symbols,
      HttpRest rest,
      Sockets sockets,
      Worker worker) {
    this.rest = rest;
    this.execution = new WithoutKey(context, worker);
    this.feed =
        new MarketFeed(
            settings,
            context.instruments(),
            context.events(),
            new Publications(rest, symbols),
            sockets,
            worker);
  }

  @Override
  public Capabilities capabilities() {
    return Capabilities.basic(Duration.ZERO, false);
  }

  @Override
  public List<Instrument> instruments() {
    return feed.instruments();
  }

  @Override
  public MarketDataClient marketData() {
    return feed;
  }

  @Override
  public ExecutionClient execution() {
    return execution;
  }

  @Override
  public void close() {
    feed.close();
    rest.close();
  }
}
