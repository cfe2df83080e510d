package dev.bourse.api.trader;

import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.AccountRights;
import dev.bourse.api.model.Balance;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Conversion;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.model.Margin;
import dev.bourse.api.model.MarginTerms;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.Position;
import dev.bourse.api.model.PositionId;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Signal;
import dev.bourse.api.model.SignalReason;
import dev.bourse.api.model.SignalState;
import dev.bourse.api.model.StrategyId;
import dev.bourse.api.model.TraderId;
import dev.bourse.api.model.TraderStatus;
import dev.bourse.api.model.TradingMode;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A trader after one turn; everything in it belongs together. Immutable.
 *
 * @param id the trader
 * @param mode its mode
 * @param status what it may do
 * @param detail a sentence: why
 * @param sequence the last turn in it, -1 before the first
 * @param time our time at that turn, nanoseconds
 * @param epoch the number of this start
 * @param stateHash hash of the whole state at {@code sequence}, lower-case hex; empty if not
 *     computed for this snapshot
 * @param accounts its accounts
 * @param positions all positions that are or were held
 * @param orders all orders kept, oldest first
 * @param strategies its strategies
 * @param feeds market data per instrument
 * @param equity value of each account's traded assets in quote currency, by account and currency
 * @param queues depth of each queue by name
 * @param nextTimer the next deadline, nanoseconds, {@link Long#MAX_VALUE} for none
 * @param storage a sentence on the store, empty when healthy
 * @param fees what was paid in other currencies than the quote, which {@link Position#fees()} has
 * @param signals the newest signal of each signal strategy and instrument
 * @param queried commands without an answer that the venue is asked about
 * @param safeguards what stops it by itself
 */
public record TraderSnapshot(
    TraderId id,
    TradingMode mode,
    TraderStatus status,
    String detail,
    long sequence,
    long time,
    long epoch,
    String stateHash,
    List<AccountView> accounts,
    List<Position> positions,
    List<Order> orders,
    List<StrategyView> strategies,
    List<FeedView> feeds,
    List<Money> equity,
    Map<String, Long> queues,
    long nextTimer,
    String storage,
    List<FeeView> fees,
    List<SignalView> signals,
    List<QueriedView> queried,
    Safeguards safeguards) {

  /** Keeps an ordered copy of the map; the lists are immutable already. */
  public TraderSnapshot {
    queues = Collections.unmodifiableMap(new TreeMap<>(queues));
  }

  /** The same with another detail sentence. */
  public TraderSnapshot withDetail(String sentence) {
    return new TraderSnapshot(
        id,
        mode,
        status,
        sentence,
        sequence,
        time,
        epoch,
        stateHash,
        accounts,
        positions,
        orders,
        strategies,
        feeds,
        equity,
        queues,
        nextTimer,
        storage,
        fees,
        signals,
        queried,
        safeguards);
  }

  /** The order of the given id. */
  public Optional<Order> order(ClientOrderId orderId) {
    return orders.stream().filter(order -> order.id().equals(orderId)).findFirst();
  }

  /** Orders that may still fill. */
  public List<Order> liveOrders() {
    return orders.stream().filter(Order::isLive).toList();
  }

  /**
   * A command without an answer.
   *
   * @param orderId its order
   * @param since since when nothing is proven, our time in nanoseconds
   * @param queries how often the venue was asked about it since then
   */
  public record QueriedView(ClientOrderId orderId, long since, int queries) {}

  /**
   * An account of the trader.
   *
   * @param id its name
   * @param exchange the adapter's type
   * @param connected whether orders can be sent
   * @param detail a sentence
   * @param balances by currency
   * @param margins what contracts bind, by currency of settlement; empty for a cash account
   * @param flows money that came or went without a trade, by kind and currency
   * @param worth what it is worth in its one currency; empty if it has none
   * @param sandbox whether no real money is at stake there; empty until its adapter said so
   * @param rights what its key may do; empty until its adapter said so
   */
  public record AccountView(
      AccountId id,
      String exchange,
      boolean connected,
      String detail,
      List<Balance> balances,
      List<MarginView> margins,
      List<FlowView> flows,
      Optional<WorthView> worth,
      Optional<Boolean> sandbox,
      Optional<AccountRights> rights) {
    /** An account whose key says nothing of its rights. */
    public AccountView(
        AccountId id,
        String exchange,
        boolean connected,
        String detail,
        List<Balance> balances,
        List<MarginView> margins,
        List<FlowView> flows,
        Optional<WorthView> worth,
        Optional<Boolean> sandbox) {
      this(
          id,
          exchange,
          connected,
          detail,
          balances,
          margins,
          flows,
          worth,
          sandbox,
          Optional.empty());
    }

    /** An account of which the adapter said nothing yet. */
    public AccountView(
        AccountId id,
        String exchange,
        boolean connected,
        String detail,
        List<Balance> balances,
        List<MarginView> margins,
        List<FlowView> flows,
        Optional<WorthView> worth) {
      this(id, exchange, connected, detail, balances, margins, flows, worth, Optional.empty());
    }

    /** An account that is valued by quote currencies. */
    public AccountView(
        AccountId id,
        String exchange,
        boolean connected,
        String detail,
        List<Balance> balances,
        List<MarginView> margins,
        List<FlowView> flows) {
      this(id, exchange, connected, detail, balances, margins, flows, Optional.empty());
    }

    /** A cash account without flows. */
    public AccountView(
        AccountId id, String exchange, boolean connected, String detail, List<Balance> balances) {
      this(id, exchange, connected, detail, balances, List.of(), List.of());
    }
  }

  /**
   * What an account is worth in the one currency that its configuration names.
   *
   * @param currency the code of that currency
   * @param equity what all that has a price is worth together; empty if no instrument has the
   *     currency
   * @param assets its traded assets and the currencies of its fees, by code
   */
  public record WorthView(String currency, Optional<Money> equity, List<AssetView> assets) {
    /** Keeps a copy of the assets. */
    public WorthView {
      assets = List.copyOf(assets);
    }

    /** What has no known price that leads to the currency: entries stop for it. */
    public List<AssetView> unpriced() {
      return assets.stream().filter(asset -> !asset.priced()).toList();
    }
  }

  /**
   * One asset of an account.
   *
   * @param held how much of it there is, open profit of contracts that are settled in it included
   * @param path the instruments whose prices lead to the account's currency, {@code
   *     BNBUSDT.BINANCE}, {@code 1/USDTBTC.X}, {@code BNBBTC.X then BTCUSDT.X}; empty if none do,
   *     and for that currency itself
   * @param worth how it was valued; empty for the currency itself and without a price
   * @param priced whether equity has all of it
   */
  public record AssetView(Money held, String path, Optional<Conversion> worth, boolean priced) {}

  /**
   * One currency of settlement of a margin account.
   *
   * @param terms mode, model and leverage
   * @param margin what is bound and what is available
   * @param liquidations where each contract that is held would be liquidated
   */
  public record MarginView(MarginTerms terms, Margin margin, List<LiquidationView> liquidations) {}

  /**
   * Where a position would be liquidated if nothing but its own price moved. An estimate: the venue
   * decides.
   *
   * @param strategy the holder
   * @param instrument the contract
   * @param leverage its leverage
   * @param price that price, empty if no price does it
   * @param position the position's name
   */
  public record LiquidationView(
      StrategyId strategy,
      InstrumentId instrument,
      int leverage,
      Optional<Price> price,
      PositionId position) {
    /** Of the position without a name. */
    public LiquidationView(
        StrategyId strategy, InstrumentId instrument, int leverage, Optional<Price> price) {
      this(strategy, instrument, leverage, price, PositionId.NETTED);
    }
  }

  /**
   * Money of one kind that came or went without a trade.
   *
   * @param kind as the venue names it, {@code funding}
   * @param amount the sum, negative for what was paid
   */
  public record FlowView(String kind, Money amount) {}

  /**
   * A strategy of the trader.
   *
   * @param id its name
   * @param type its plug-in
   * @param version the plug-in's version, empty while it is away
   * @param instruments what it trades
   * @param bar its bar length, empty for none
   * @param bound whether the plug-in is there
   * @param detail a sentence: what it waits for, or empty
   * @param asked how often it was called
   * @param intents how many orders it wanted
   * @param denials how many were denied, by code
   * @param lastDenial the last denial with its numbers, or empty
   */
  public record StrategyView(
      StrategyId id,
      String type,
      String version,
      List<InstrumentId> instruments,
      String bar,
      boolean bound,
      String detail,
      long asked,
      long intents,
      Map<String, Long> denials,
      String lastDenial) {}

  /**
   * Market data of one instrument.
   *
   * @param instrument the newest version
   * @param events how many events were applied
   * @param lastEvent our time of the last one, nanoseconds, {@link Long#MIN_VALUE} for none
   * @param lastBar close time of the last bar, {@link Long#MIN_VALUE} for none
   * @param lastPrice the last price
   * @param conflated how many events were replaced by newer ones before they were applied
   * @param mark the price by which the venue judges positions, empty where it does not say
   */
  public record FeedView(
      Instrument instrument,
      long events,
      long lastEvent,
      long lastBar,
      Optional<Price> lastPrice,
      long conflated,
      Optional<Price> mark) {
    /** An instrument of which the venue says no mark price. */
    public FeedView(
        Instrument instrument,
        long events,
        long lastEvent,
        long lastBar,
        Optional<Price> lastPrice,
        long conflated) {
      this(instrument, events, lastEvent, lastBar, lastPrice, conflated, Optional.empty());
    }

    /** The price by which what is held is judged: the mark, else the last price. */
    public Optional<Price> valuationPrice() {
      return mark.isPresent() ? mark : lastPrice;
    }
  }

  /**
   * Fees in one currency that is not the quote. Those in base made the position smaller, so its
   * cost tells of them; others show only here.
   *
   * @param account the account
   * @param strategy the owner
   * @param instrument what was traded
   * @param paid the sum, negative for rebates
   * @param worth what those of them that could be converted were worth when they were charged, in
   *     the currency of settlement; empty if none could, and for fees in base
   */
  public record FeeView(
      AccountId account,
      StrategyId strategy,
      InstrumentId instrument,
      Money paid,
      Optional<Money> worth) {
    /** Fees that were not converted. */
    public FeeView(AccountId account, StrategyId strategy, InstrumentId instrument, Money paid) {
      this(account, strategy, instrument, paid, Optional.empty());
    }
  }

  /**
   * A signal.
   *
   * @param id its id
   * @param strategy the strategy that gave it
   * @param account where its orders go
   * @param instrument what it trades
   * @param state where it stands
   * @param reason why it moved there
   * @param detail the numbers of that move
   * @param signal what the strategy wanted
   * @param size what it buys or bought, in base currency
   * @param givenAt when it was given, our time in nanoseconds
   * @param movedAt when it moved last, our time in nanoseconds
   * @param until when it times out or expires, our time in nanoseconds; {@link Long#MAX_VALUE} for
   *     never
   * @param orders the ids of its orders, oldest first
   */
  public record SignalView(
      String id,
      StrategyId strategy,
      AccountId account,
      InstrumentId instrument,
      SignalState state,
      SignalReason reason,
      String detail,
      Signal signal,
      Quantity size,
      long givenAt,
      long movedAt,
      long until,
      List<ClientOrderId> orders) {}
}
