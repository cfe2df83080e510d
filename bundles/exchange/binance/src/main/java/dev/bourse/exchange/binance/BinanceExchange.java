package dev.bourse.exchange.binance;

import dev.bourse.api.exchange.Capabilities;
import dev.bourse.api.exchange.Exchange;
import dev.bourse.api.exchange.ExchangeContext;
import dev.bourse.api.exchange.ExecutionClient;
import dev.bourse.api.exchange.MarketDataClient;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.OrderType;
import dev.bourse.api.model.TimeInForce;
import dev.bourse.api.model.TriggerType;
import dev.bourse.exchange.binance.call.Credentials;
import dev.bourse.exchange.binance.call.Limits;
import dev.bourse.exchange.binance.call.VenueClock;
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
      @Nullable Access access) {
    Outlet context = new Outlet(whole);
    this.outlet = context;
    Worker worker = new WorkerThread("binance-" + context.account());
    Prices prices = new Prices(context.events(), worker::now);
    this.data = new HttpRest(addresses.rest(), settings.answer());
    Publications publications = new Publications(data);
    RuleBook rules = new RuleBook(publications, symbols, context.instruments());
    this.feed = new MarketFeed(settings, rules, prices, publications, sockets, worker);
    this.capabilities = capabilities(access != null, addresses.isSandbox());
    BinanceAccount opened =
        access == null ? null : account(context, addresses, access, rules, prices, sockets, worker);
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
      Worker worker) {
    VenueClock clock = new VenueClock(worker::now);
    String name = "binance-" + context.account();
    return new BinanceAccount(
        new BinanceAccount.Parts(
            context.account(),
            access.settings(),
            new Credentials(access.key(), clock, access.window()),
            new Limits(clock),
            rules,
            prices,
            feed::symbols),
        context.events(),
        new HttpRest(addresses.account(), access.settings().question()),
        sockets,
        new WorkerThread(name + "-line"),
        new WorkerThread(name + "-questions"));
  }

  private static Capabilities capabilities(boolean trades, boolean sandbox) {
    if (!trades) {
      return Capabilities.basic(Duration.ZERO, false);
    }
    return new Capabilities(
        EnumSet.of(
            OrderType.MARKET,
            OrderType.LIMIT,
            OrderType.STOP_MARKET,
            OrderType.STOP_LIMIT,
            OrderType.MARKET_IF_TOUCHED,
            OrderType.LIMIT_IF_TOUCHED,
            OrderType.TRAILING_STOP_MARKET),
        EnumSet.of(TimeInForce.GTC, TimeInForce.IOC, TimeInForce.FOK),
        true,
        false,
        HISTORY,
        sandbox,
        true,
        EnumSet.of(TriggerType.LAST_PRICE),
        true,
        false,
        true,
        true);
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
    if (account != null) {
      account.close();
    }
  }
}
