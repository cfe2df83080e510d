package dev.bourse.venue.binance;

import dev.bourse.api.event.MarketEvent;
import dev.bourse.api.event.Quote;
import dev.bourse.api.event.Trade;
import dev.bourse.api.exchange.ExchangeFactory;
import dev.bourse.api.model.AggressorSide;
import dev.bourse.api.model.Currency;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Money;
import dev.bourse.venue.binance.calls.Parts;
import dev.bourse.venue.binance.faults.Fault;
import dev.bourse.venue.binance.faults.Faults;
import dev.bourse.venue.binance.market.Markets;
import dev.bourse.venue.binance.market.PublicTrade;
import dev.bourse.venue.binance.market.SymbolMarket;
import dev.bourse.venue.binance.protocol.ApiKey;
import dev.bourse.venue.binance.protocol.Guard;
import dev.bourse.venue.binance.protocol.Limits;
import dev.bourse.venue.binance.server.House;
import dev.bourse.venue.binance.server.Server;
import dev.bourse.venue.binance.streams.StreamHub;
import dev.bourse.venue.binance.trading.Amounts;
import dev.bourse.venue.binance.trading.Desk;
import dev.bourse.venue.binance.trading.Floor;
import dev.bourse.venue.binance.trading.Opening;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** A venue that runs until it is closed. Its methods may be called from any thread. */
public final class LocalVenue implements AutoCloseable {
  private static final AtomicLong STARTED = new AtomicLong();

  private final Markets markets;
  private final Floor floor;
  private final StreamHub streams;
  private final Faults faults = new Faults();
  private final House house;
  private final Server server;

  private LocalVenue(ExchangeFactory<?> factory, VenueSettings settings) throws IOException {
    this.markets = new Markets(settings.instruments());
    this.streams = new StreamHub(markets);
    Opening opening = new Opening(factory, settings.instruments(), exchange(settings));
    this.floor = new Floor(opening, settings.clock(), streams);
    streams.connect(floor);
    Guard guard = new Guard();
    for (VenueAccount account : settings.accounts()) {
      account.keys().forEach((ApiKey key) -> guard.add(account.name(), key));
    }
    Limits limits = new Limits(settings.allowance());
    Parts parts = new Parts(markets, floor, limits, settings.selfTrade());
    this.house = new House(parts, guard, streams, faults, settings.heartbeat());
    this.server = new Server(house, settings.port());
    onVenue(
        () -> {
          settings.accounts().forEach(each -> floor.open(each.name(), each.balances()));
          return true;
        });
  }

  /**
   * Starts a venue.
   *
   * @param factory makes the simulated exchange that trades behind it
   * @param settings what it is to be like
   */
  public static LocalVenue start(ExchangeFactory<?> factory, VenueSettings settings)
      throws IOException {
    return new LocalVenue(factory, settings);
  }

  private static Map<String, String> exchange(VenueSettings settings) {
    Map<String, String> values = new TreeMap<>();
    values.put("shared", "venue-" + STARTED.incrementAndGet());
    values.put("latency", "0");
    values.put("slippage", "0");
    values.put("fee.currency", "base");
    values.put("self.trade", settings.selfTrade().toLowerCase(Locale.ROOT).replace('_', '-'));
    return values;
  }

  /** The port on which it listens. */
  public int port() {
    return server.port();
  }

  /** Where its REST calls are: {@code http://127.0.0.1:1234}. */
  public String restUrl() {
    return "http://127.0.0.1:" + port();
  }

  /** Where its WebSockets are: {@code ws://127.0.0.1:1234}. */
  public String socketUrl() {
    return "ws://127.0.0.1:" + port();
  }

  /** The venue's time, nanoseconds since 1970. */
  public long now() {
    return onVenue(floor::now);
  }

  /** A new best bid and offer of a market, apart from what accounts have resting there. */
  public void quote(String symbol, String bid, String bidSize, String ask, String askSize) {
    Instrument instrument = markets.of(symbol).instrument();
    publish(
        new Quote(
            instrument,
            now(),
            instrument.price(bid).raw(),
            instrument.quantity(bidSize).raw(),
            instrument.price(ask).raw(),
            instrument.quantity(askSize).raw()));
  }

  /** A trade of others in a market. */
  public void trade(String symbol, String price, String size, AggressorSide aggressor) {
    Instrument instrument = markets.of(symbol).instrument();
    publish(
        new Trade(
            instrument,
            now(),
            instrument.price(price).raw(),
            instrument.quantity(size).raw(),
            aggressor,
            null));
  }

  /** Market data: everybody sees it, and orders trade against it. */
  public void publish(MarketEvent event) {
    onVenue(
        () -> {
          SymbolMarket market = markets.of(event.instrument().id().symbol());
          if (event instanceof Quote quote) {
            market.quote(quote);
            streams.onQuote(market);
          } else if (event instanceof Trade trade) {
            streams.onTrade(market, counted(market, trade));
          }
          floor.market(event);
          return true;
        });
  }

  private PublicTrade counted(SymbolMarket market, Trade trade) {
    return market.trade(
        market.nextTradeId(),
        Amounts.of(trade.price()),
        Amounts.of(trade.size()),
        floor.now(),
        trade.aggressor() == AggressorSide.SELLER);
  }

  /** Something is to go wrong. */
  public void add(Fault fault) {
    onVenue(
        () -> {
          faults.add(fault);
          return true;
        });
  }

  /** Nothing is to go wrong any more, and the venue's clock is right. */
  public void clearFaults() {
    onVenue(
        () -> {
          faults.clear();
          return true;
        });
  }

  /** The faults that are still to happen. */
  public List<Fault> faults() {
    return onVenue(faults::list);
  }

  /** Sets the venue's clock wrong by so many milliseconds. */
  public void setClockOffset(long millis) {
    onVenue(
        () -> {
          faults.setClockOffset(TimeUnit.MILLISECONDS.toNanos(millis));
          return true;
        });
  }

  /** Ends all WebSockets without a word; returns how many. */
  public int cutSockets() {
    return onVenue(() -> house.cut(true, true));
  }

  /** Tells all WebSockets that the venue is about to go. */
  public void announceShutdown() {
    onVenue(
        () -> {
          house.sayFarewell();
          return true;
        });
  }

  /** Money comes to an account, or leaves it; false if more would leave than is free. */
  public boolean transfer(String account, String amount, String currency) {
    return onVenue(
        () -> {
          Desk desk = floor.desk(account);
          return floor.transfer(desk, Money.of(amount, new Currency(currency, 8)));
        });
  }

  private <T> T onVenue(Supplier<T> work) {
    return server.call(work);
  }

  /** Ends all connections and forgets everything. */
  @Override
  public void close() {
    server.close();
  }
}
