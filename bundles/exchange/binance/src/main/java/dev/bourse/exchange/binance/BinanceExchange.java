package dev.bourse.exchange.binance;

import dev.bourse.api.exchange.Capabilities;
import dev.bourse.api.exchange.Exchange;
import dev.bourse.api.exchange.ExchangeContext;
import dev.bourse.api.exchange.ExecutionClient;
import dev.bourse.api.exchange.MarketDataClient;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.OrderType;
import dev.bourse.api.model.TimeInForce;
import dev.bourse.api.model.TrailingUnit;
import dev.bourse.api.model.TriggerType;
import dev.bourse.exchange.binance.call.Credentials;
import dev.bourse.exchange.binance.call.Hosts;
import dev.bourse.exchange.binance.call.LimitedRest;
import dev.bourse.exchange.binance.call.Limits;
import dev.bourse.exchange.binance.call.Weights;
import dev.bourse.exchange.binance.key.ApiKey;
import dev.bourse.exchange.binance.market.FeedSettings;
import dev.bourse.exchange.binance.market.MarketFeed;
import dev.bourse.exchange.binance.net.Sockets;
import dev.bourse.exchange.binance.net.Worker;
import dev.bourse.exchange.binance.net.WorkerThread;
import dev.bourse.exchange.binance.rest.HttpRest;
import dev.bourse.exchange.binance.rest.Publications;
import dev.bourse.exchange.binance.rest.SymbolReader;
import dev.bourse.exchange.binance.rules.RuleBook;
import dev.bourse.exchange.binance.trade.BinanceAccount;
import dev.bourse.exchange.binance.trade.Prices;
import dev.bourse.exchange.binance.trade.TradeSettings;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Binance spot: data comes; orders go with a key, and are refused without one. */
final class BinanceExchange implements Exchange {
  /** Orders that never filled can be asked for so long; what did fill for ever. */
  private static final Duration HISTORY = Duration.ofDays(90);

  private final Outlet outlet;
  private final Capabilities capabilities;
  private final HttpRest data;
  private final HttpRest trades;
  private final MarketFeed feed;
  private final ExecutionClient execution;
  private final @Nullable BinanceAccount account;

  /**
   * What it takes to trade.
   *
   * @param key whose account it is
   * @param window how long the venue may take until it handles a call, milliseconds
   * @param settings how it is traded
   */
  record Access(ApiKey key, long window, TradeSettings settings) {}

  BinanceExchange(
      ExchangeContext whole,
      Addresses addresses,
      FeedSettings settings,
      SymbolReader symbols,
      Sockets sockets,
      Hosts hosts,
      @Nullable Access access) {
    Outlet context = new Outlet(whole);
    this.outlet = context;
    Worker worker = new WorkerThread("binance-" + context.account());
    Prices prices = new Prices(context.events(), worker::now);
    this.data = new HttpRest(addresses.rest(), settings.answer());
    this.trades = new HttpRest(addresses.account(), settings.answer());
    Weights there = hosts.of(addresses.account());
    Publications publications =
        new Publications(
            LimitedRest.over(data, hosts.of(addresses.rest())), LimitedRest.over(trades, there));
    RuleBook rules = new RuleBook(publications, symbols, context.instruments());
    rules.onLimits(hosts.of(addresses.rest())::heard);
    rules.onLimits(there::heard);
    this.feed =
        new MarketFeed(context.account(), settings, rules, prices, publications, sockets, worker);
    this.capabilities = capabilities(access != null, addresses);
    BinanceAccount opened =
        access == null ? null : account(context, addresses, access, rules, prices, sockets, there);
    this.account = opened;
    this.execution = opened == null ? new WithoutKey(context, worker) : opened;
    if (opened != null) {
      opened.start();
    }
  }

  private BinanceAccount account(
      ExchangeContext context,
      Addresses addresses,
      Access access,
      RuleBook rules,
      Prices prices,
      Sockets sockets,
      Weights weights) {
    String name = "binance-" + context.account();
    return new BinanceAccount(
        new BinanceAccount.Parts(
            context.account(),
            access.settings(),
            new Credentials(access.key(), weights.clock(), access.window()),
            new Limits(weights),
            rules,
            prices,
            feed::symbols),
        context.events(),
        new HttpRest(addresses.account(), access.settings().question()),
        sockets,
        new WorkerThread(name + "-line"),
        new WorkerThread(name + "-questions"));
  }

  private static Capabilities capabilities(boolean trades, Addresses addresses) {
    if (!trades) {
      return Capabilities.builder(Duration.ZERO, false)
          .orderTypes(EnumSet.of(OrderType.MARKET, OrderType.LIMIT))
          .timesInForce(EnumSet.of(TimeInForce.GTC, TimeInForce.IOC, TimeInForce.FOK))
          .postOnly(true)
          .barHistory(true)
          .build();
    }
    return Capabilities.builder(HISTORY, addresses.isSandbox())
        .orderTypes(
            EnumSet.of(
                OrderType.MARKET,
                OrderType.LIMIT,
                OrderType.STOP_MARKET,
                OrderType.STOP_LIMIT,
                OrderType.MARKET_IF_TOUCHED,
                OrderType.LIMIT_IF_TOUCHED,
                OrderType.TRAILING_STOP_MARKET))
        .timesInForce(EnumSet.of(TimeInForce.GTC, TimeInForce.IOC, TimeInForce.FOK))
        .postOnly(true)
        .amend(true)
        .triggerTypes(EnumSet.of(TriggerType.LAST_PRICE))
        .trailingUnits(EnumSet.of(TrailingUnit.BASIS_POINTS))
        .displayQuantity(true)
        .quoteAmounts(true)
        .orderPairs(true)
        .orderBrackets(true)
        .flowHistory(addresses.hasWallet())
        .barHistory(true)
        .build();
  }

  @Override
  public Capabilities capabilities() {
    return capabilities;
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
    outlet.close();
    feed.close();
    data.close();
    trades.close();
    if (account != null) {
      account.close();
    }
  }
}
