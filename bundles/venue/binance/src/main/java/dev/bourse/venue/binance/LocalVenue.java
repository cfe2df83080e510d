package dev.bourse.venue.binance;

import dev.bourse.api.event.MarketEvent;
import dev.bourse.api.exchange.ExchangeFactory;
import dev.bourse.api.model.AggressorSide;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.VenueFilter;
import dev.bourse.venue.binance.calls.CallTable;
import dev.bourse.venue.binance.calls.Parts;
import dev.bourse.venue.binance.faults.Fault;
import dev.bourse.venue.binance.faults.Faults;
import dev.bourse.venue.binance.feed.Feed;
import dev.bourse.venue.binance.market.Markets;
import dev.bourse.venue.binance.market.SymbolMarket;
import dev.bourse.venue.binance.protocol.Guard;
import dev.bourse.venue.binance.protocol.Json;
import dev.bourse.venue.binance.protocol.Limits;
import dev.bourse.venue.binance.server.House;
import dev.bourse.venue.binance.server.Server;
import dev.bourse.venue.binance.streams.StreamHub;
import dev.bourse.venue.binance.trading.Floor;
import dev.bourse.venue.binance.trading.Opening;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;

/** A venue that runs until it is closed. Its methods may be called from any thread. */
public final class LocalVenue implements AutoCloseable {
  private static final AtomicLong STARTED = new AtomicLong();

  private final Control control;
  private final Server server;

  private LocalVenue(ExchangeFactory<?> factory, VenueSettings settings) throws IOException {
    Markets markets = new Markets(settings.instruments());
    StreamHub streams = new StreamHub(markets);
    List<Instrument> listed = markets.all().stream().map(SymbolMarket::instrument).toList();
    Opening opening = new Opening(factory, listed, exchange(settings));
    Floor floor = new Floor(opening, settings.clock(), streams);
    streams.connect(floor);
    Limits limits = new Limits(settings.allowance());
    Parts parts = new Parts(markets, floor, limits, settings.selfTrade());
    CallTable calls = parts.calls();
    Faults faults = new Faults();
    Publication publication = new Publication(markets, floor, streams);
    this.control = new Control(markets, floor, calls, publication, faults);
    House house =
        new House(
            parts,
            calls,
            guard(settings),
            streams,
            faults,
            settings.heartbeat(),
            new ControlPath(control));
    control.connect(house);
    this.server = new Server(house, settings.port(), publication::tick);
    open(settings.accounts());
  }

  /** A venue whose accounts cannot be opened does not keep its port. */
  private void open(List<VenueAccount> accounts) {
    boolean opened = false;
    try {
      onVenue(() -> accounts.forEach(each -> control.floor().open(each.name(), each.balances())));
      opened = true;
    } finally {
      if (!opened) {
        server.close();
      }
    }
  }

  private static Guard guard(VenueSettings settings) {
    Guard guard = new Guard();
    for (VenueAccount account : settings.accounts()) {
      account.keys().forEach(key -> guard.add(account.name(), key));
    }
    return guard;
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
    return server.call(() -> control.floor().now());
  }

  /** A new best bid and offer of a market, apart from what accounts have resting there. */
  public void quote(String symbol, String bid, String bidSize, String ask, String askSize) {
    onVenue(() -> control.quote(symbol, bid, bidSize, ask, askSize));
  }

  /** A trade of others in a market. */
  public void trade(String symbol, String price, String size, AggressorSide aggressor) {
    onVenue(() -> control.trade(symbol, price, size, aggressor));
  }

  /** Market data: everybody sees it, and orders trade against it. */
  public void publish(MarketEvent event) {
    onVenue(() -> control.publication().publish(event));
  }

  /** Plays market data from now on; what played before ends. */
  public void play(Feed feed) {
    onVenue(() -> control.publication().play(feed));
  }

  /** Whether market data plays. */
  public boolean isPlaying() {
    return server.call(() -> control.publication().isPlaying());
  }

  /** Something is to go wrong. */
  public void add(Fault fault) {
    onVenue(() -> control.faults().add(fault));
  }

  /** Nothing is to go wrong any more, and the venue's clock is right. */
  public void clearFaults() {
    onVenue(() -> control.faults().clear());
  }

  /** The faults that are still to happen. */
  public List<Fault> faults() {
    return server.call(() -> control.faults().list());
  }

  /** Sets the venue's clock wrong by so many milliseconds. */
  public void setClockOffset(long millis) {
    onVenue(() -> control.setClockOffset(millis));
  }

  /** How many connections of clients are open, those for REST calls included. */
  public int connections() {
    return server.connections();
  }

  /** Ends all WebSockets without a word; returns how many. */
  public int cutSockets() {
    return server.call(() -> control.house().cut(true, true));
  }

  /** Tells all WebSockets that the venue is about to go. */
  public void announceShutdown() {
    onVenue(() -> control.house().sayFarewell());
  }

  /**
   * Makes a call for an account behind the back of whoever holds its key: a foreign order, a
   * cancel.
   *
   * @param name method and path, {@code POST /api/v3/order}
   * @param parameters names and values in turn
   */
  public void call(String account, String name, String... parameters) {
    String unused = ask(account, name, parameters);
  }

  /**
   * What a call answers to an account, as JSON, whatever goes wrong for others: what the venue
   * really has.
   *
   * @param name method and path, {@code GET /api/v3/account}
   * @param parameters names and values in turn
   */
  public String ask(String account, String name, String... parameters) {
    Map<String, String> values = new TreeMap<>();
    for (int i = 0; i < parameters.length; i += 2) {
      values.put(parameters[i], parameters[i + 1]);
    }
    return server.call(() -> Json.write(control.call(account, name, values), false));
  }

  /**
   * Which orders of an account took the place of which others by a cancel-replace: the number of
   * the later one, then that of the earlier one. The protocol does not tell.
   */
  public SortedMap<Long, Long> replacements(String account) {
    return server.call(() -> control.replacements(account));
  }

  /** Money comes to an account, or leaves it; false if more would leave than is free. */
  public boolean transfer(String account, String amount, String currency) {
    return transfer(account, amount, currency, "");
  }

  /** The same from or to another wallet of the user, {@code FUNDING}. */
  public boolean transfer(String account, String amount, String currency, String wallet) {
    return server.call(() -> control.transfer(account, amount, currency, wallet));
  }

  /**
   * Sets what an account may have and do in all markets together.
   *
   * @param what an exchange filter, {@code EXCHANGE_MAX_NUM_ALGO_ORDERS}, or an asset, of which one
   *     order may transact no more ({@code MAX_ASSET})
   */
  public void limit(String account, String what, String most) {
    onVenue(() -> control.limit(account, what, most));
  }

  /** Judges prices in a market by a reference price from now on; empty for none at the moment. */
  public void refer(String symbol, String price) {
    onVenue(() -> control.refer(symbol, price));
  }

  /**
   * Gives a market one of the filters that not every market has, {@code MARKET_LOT_SIZE}, {@code
   * PERCENT_PRICE} (in the place of the one by side) or {@code MAX_POSITION}; one without values is
   * there no more. An instrument that is listed with them has them from the beginning.
   *
   * @param filter with values by their names in {@code exchangeInfo}
   */
  public void declare(String symbol, VenueFilter filter) {
    onVenue(() -> control.declare(symbol, filter));
  }

  private void onVenue(Runnable work) {
    boolean unused =
        server.call(
            () -> {
              work.run();
              return true;
            });
  }

  /** Ends all connections and forgets everything. */
  @Override
  public void close() {
    onVenue(() -> control.publication().stop());
    server.close();
  }
}
