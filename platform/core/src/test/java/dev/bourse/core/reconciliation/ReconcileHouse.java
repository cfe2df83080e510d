package dev.bourse.core.reconciliation;

import dev.bourse.api.event.AccountEvent;
import dev.bourse.api.event.CommandEvent;
import dev.bourse.api.event.ConnectionChanged;
import dev.bourse.api.event.ControlEvent;
import dev.bourse.api.event.InstrumentListed;
import dev.bourse.api.event.LifecycleEvent;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.event.Quote;
import dev.bourse.api.event.Trade;
import dev.bourse.api.model.AggressorSide;
import dev.bourse.api.model.Balance;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Contract;
import dev.bourse.api.model.Currency;
import dev.bourse.api.model.Fill;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.model.Liquidity;
import dev.bourse.api.model.MarginMode;
import dev.bourse.api.model.MarginModel;
import dev.bourse.api.model.MarginTerms;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.Position;
import dev.bourse.api.model.PositionSide;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Rate;
import dev.bourse.api.model.Side;
import dev.bourse.api.model.StrategyId;
import dev.bourse.api.trace.Turn;
import dev.bourse.core.Fixture;
import dev.bourse.core.TraderCore;
import dev.bourse.core.settings.CommandTimeouts;
import dev.bourse.core.settings.TraderSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** A margin account with a currency pair as a contract, and reports of its venue. */
final class ReconcileHouse {
  static final Currency AUD = new Currency("AUD", 8);
  static final Currency USD = new Currency("USD", 8);
  static final Instrument PAIR = pair("AUDUSD.SIM");
  static final Instrument OTHER = pair("GBPUSD.SIM");

  final Fixture trader;
  private final List<OrderReport.Status> statuses = new ArrayList<>();
  private final List<AccountEvent.Described> described = new ArrayList<>();
  private final List<Fill> fills = new ArrayList<>();
  private final List<AccountEvent.PositionReport> positions = new ArrayList<>();
  private boolean tellsPositions;

  private ReconcileHouse(TraderSettings settings) {
    trader = new Fixture(new TraderCore(settings));
  }

  private static TraderSettings settings(ReconcileSettings settings) {
    return Fixture.settings(List.of()).withReconcile(settings);
  }

  private static Instrument pair(String id) {
    Instrument spot =
        new Instrument(
            InstrumentId.of(id),
            1,
            AUD,
            USD,
            Price.of("0.00001"),
            Quantity.of("1"),
            Quantity.of("1"),
            Quantity.of("10000000"),
            Money.of("0", USD),
            Rate.of("0.00002"),
            Rate.of("0.00002"),
            true);
    return spot.as(Contract.linear(Rate.of("0.03")), Money.of("0", USD), null);
  }

  /** A trader that knows its account: a million, and no position. */
  static ReconcileHouse running(ReconcileSettings settings) {
    ReconcileHouse house = fresh(settings);
    house.send();
    return house;
  }

  /** The same with other times for commands. */
  static ReconcileHouse running(CommandTimeouts timeouts) {
    TraderSettings settings = settings(ReconcileSettings.DEFAULTS).withTimeouts(timeouts);
    ReconcileHouse house = fresh(settings, false);
    house.send();
    return house;
  }

  static ReconcileHouse running() {
    return running(ReconcileSettings.DEFAULTS);
  }

  /** A trader without any record of its account, which holds both sides of a contract. */
  static ReconcileHouse hedged(ReconcileSettings settings) {
    return fresh(settings(settings), true);
  }

  /** A trader that knows its account and whose store was begun at a time, nanoseconds. */
  static ReconcileHouse begunAt(long time) {
    ReconcileHouse house = begunWithoutAReport(time);
    house.send();
    return house;
  }

  /** The same that waits for its first report. */
  static ReconcileHouse begunWithoutAReport(long time) {
    ReconcileHouse house = new ReconcileHouse(settings(ReconcileSettings.DEFAULTS));
    house.trader.now(time);
    house.start(false);
    return house;
  }

  /** A trader that holds a contract, bought or sold at 1. */
  static ReconcileHouse holding(ReconcileSettings settings, String side, String quantity) {
    ReconcileHouse house = running(settings);
    house.holding(side.equals("LONG") ? Side.BUY : Side.SELL, quantity, "1.00000");
    return house;
  }

  /** A trader without any record of its account. */
  static ReconcileHouse fresh(ReconcileSettings settings) {
    return fresh(settings(settings), false);
  }

  private static ReconcileHouse fresh(TraderSettings settings, boolean hedged) {
    ReconcileHouse house = new ReconcileHouse(settings);
    house.start(hedged);
    return house;
  }

  private void start(boolean hedged) {
    trader.on(new LifecycleEvent.Started(7, "mode=live"));
    trader.on(new InstrumentListed(PAIR, trader.now()));
    trader.on(new InstrumentListed(OTHER, trader.now()));
    trader.on(new LifecycleEvent.Recovered("empty store"));
    trader.on(new ConnectionChanged(Fixture.ACCOUNT, true, "", trader.now()));
    MarginTerms terms =
        new MarginTerms(MarginMode.CROSS, MarginModel.LEVERAGED, 20, new TreeMap<>(), hedged);
    trader.on(new AccountEvent.Terms(Fixture.ACCOUNT, terms, trader.now()));
  }

  /** An order by hand that the venue has; its price is known. */
  Order accepted(OrderSpec spec, String venueId) {
    Order order = submitted(spec);
    trader.on(new OrderReport.Accepted(Fixture.ACCOUNT, order.id(), venueId, trader.now()));
    return trader.order(order.id());
  }

  /** An order by hand that left and has no answer. */
  Order submitted(OrderSpec spec) {
    trade("1.00000");
    trader.on(new ControlEvent.Submit(spec, "op"));
    Order order = trader.last();
    trader.on(new CommandEvent.Sent(order.id()));
    return trader.order(order.id());
  }

  void trade(String price) {
    trader.on(
        new Trade(
            PAIR,
            trader.now(),
            PAIR.price(price).raw(),
            PAIR.quantity("1").raw(),
            AggressorSide.UNKNOWN,
            null));
  }

  void quote(String bid, String ask) {
    trader.on(
        new Quote(
            PAIR,
            trader.now(),
            PAIR.price(bid).raw(),
            PAIR.quantity("1").raw(),
            PAIR.price(ask).raw(),
            PAIR.quantity("1").raw()));
  }

  /** A position as an order by hand makes it. */
  void holding(Side side, String quantity, String price) {
    Order order = accepted(OrderSpec.market(PAIR, side, PAIR.quantity(quantity)), "V-0");
    filled(order, "T-0", quantity, price, "0", Liquidity.TAKER);
  }

  void filled(
      Order order, String trade, String quantity, String price, String fee, Liquidity liquidity) {
    Side side = order.spec().side();
    Fill fill = fill(order.id(), side, trade, quantity, price, fee, liquidity);
    trader.on(new OrderReport.Filled(fill));
  }

  Fill fill(
      ClientOrderId id,
      Side side,
      String trade,
      String quantity,
      String price,
      String fee,
      Liquidity liquidity) {
    return new Fill(
        trade,
        id,
        Fixture.ACCOUNT,
        PAIR,
        side,
        Price.of(price),
        PAIR.quantity(quantity),
        Money.of(fee, USD),
        liquidity,
        trader.now() + fills.size(),
        false);
  }

  /** The report will list an order. */
  ReconcileHouse lists(
      ClientOrderId id, String venueId, OrderStatus status, String filled, String average) {
    return lists(id, venueId, status, filled, average, "");
  }

  ReconcileHouse lists(
      ClientOrderId id,
      String venueId,
      OrderStatus status,
      String filled,
      String average,
      String reason) {
    Quantity quantity = PAIR.quantity(filled);
    Money worth = PAIR.notional(Price.of(average), quantity);
    statuses.add(
        new OrderReport.Status(
            Fixture.ACCOUNT, id, venueId, status, quantity, worth, reason, trader.now()));
    return this;
  }

  /** And say what it does. */
  ReconcileHouse describes(String id, OrderSpec spec) {
    described.add(new AccountEvent.Described(new ClientOrderId(id), spec));
    return this;
  }

  ReconcileHouse executes(Fill fill) {
    fills.add(fill);
    return this;
  }

  /** And say that this is held; {@code average} may be empty. */
  ReconcileHouse holds(PositionSide side, String quantity, String average) {
    tellsPositions = true;
    if (side != PositionSide.FLAT) {
      positions.add(
          new AccountEvent.PositionReport(
              PAIR, side, Quantity.of(quantity), average.isEmpty() ? null : Price.of(average)));
    }
    return this;
  }

  AccountEvent.MassReport report() {
    trader.now(trader.now() + Fixture.SECOND);
    AccountEvent.MassReport report =
        new AccountEvent.MassReport(
                Fixture.ACCOUNT, statuses, fills, List.of(cash()), trader.now(), trader.now())
            .describing(described)
            .holding(tellsPositions ? positions : null);
    statuses.clear();
    described.clear();
    fills.clear();
    positions.clear();
    tellsPositions = false;
    return report;
  }

  private Balance cash() {
    return trader
        .core()
        .state()
        .portfolio()
        .balance(Fixture.ACCOUNT, USD)
        .orElse(new Balance(Money.of("1000000", USD), USD.zero()));
  }

  /** The report arrives. */
  Turn send() {
    return trader.on(report());
  }

  List<Order> orders() {
    return trader.core().state().ledger().all();
  }

  /** The orders that were found or generated, as texts. */
  List<String> found() {
    return orders().stream()
        .filter(order -> !order.strategy().equals(StrategyId.MANUAL))
        .map(
            order ->
                order.strategy()
                    + " "
                    + order.spec().side()
                    + " "
                    + order.spec().quantity()
                    + " filled "
                    + order.filled()
                    + " "
                    + order.status())
        .toList();
  }

  /** What all strategies hold together, {@code LONG 50 at 1.00000}. */
  String held() {
    Held held = Held.NOTHING;
    for (Position position : trader.core().state().portfolio().open()) {
      Price average = position.averagePrice().orElseThrow();
      held =
          held.plus(
              Held.of(
                  new AccountEvent.PositionReport(
                      PAIR, position.side(), position.quantity(), average)));
    }
    return held.toString();
  }

  /** What all strategies hold on each side, {@code 100 long, 40 short}. */
  String sides() {
    Quantity longs = PAIR.quantity("0");
    Quantity shorts = PAIR.quantity("0");
    for (Position position : trader.core().state().portfolio().open()) {
      Quantity size = position.quantity().withDecimals(PAIR.quantityDecimals());
      longs = position.side() == PositionSide.LONG ? longs.plus(size) : longs;
      shorts = position.side() == PositionSide.SHORT ? shorts.plus(size) : shorts;
    }
    return longs + " long, " + shorts + " short";
  }

  /** Whether the account counts as reconciled. */
  boolean isReconciled() {
    return trader.core().state().flags().account(Fixture.ACCOUNT).reconciled();
  }

  String detail() {
    return trader.core().state().flags().detail();
  }
}
