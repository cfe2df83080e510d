package dev.bourse.core.lists;

import static dev.bourse.core.Fixture.ACCOUNT;
import static dev.bourse.core.Fixture.BTC;
import static dev.bourse.core.Fixture.BTCUSD;
import static dev.bourse.core.Fixture.USD;

import dev.bourse.api.event.OrderReport;
import dev.bourse.api.exchange.Capabilities;
import dev.bourse.api.exchange.ExchangeCommand;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Contingency;
import dev.bourse.api.model.Currency;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderList;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.OrderType;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Side;
import dev.bourse.api.model.TimeInForce;
import dev.bourse.api.model.TrailingUnit;
import dev.bourse.api.strategy.Orders;
import dev.bourse.api.trace.Turn;
import dev.bourse.core.Fixture;
import dev.bourse.core.OnTrade;
import dev.bourse.core.TraderCore;
import dev.bourse.core.portfolio.PositionKey;
import dev.bourse.core.protection.ProtectionBook;
import dev.bourse.core.settings.Guards;
import dev.bourse.core.settings.TraderSettings;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.EnumSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A trader with 10,000 USD whose strategy asks for lists; entries at 100.00. */
final class ListHouse {
  static final Money FREE = USD.zero();
  static final Duration WITHIN = Duration.ofSeconds(3);

  final Queue<Consumer<Orders>> wishes = new ArrayDeque<>();
  final OnTrade strategy = OnTrade.granting(wishes);
  final Fixture trader;

  /** At a venue that has market and limit orders only, and may be able to amend. */
  static ListHouse plain(boolean amends) {
    return plain(amends, Guards.NONE);
  }

  /** The same, with guards. */
  static ListHouse plain(boolean amends, Guards guards) {
    return new ListHouse(
        guarded(Fixture.settings(List.of()), guards),
        venue(EnumSet.of(OrderType.MARKET, OrderType.LIMIT), amends, false));
  }

  /** At a venue that links orders itself. */
  static ListHouse linking() {
    return linking(Guards.NONE);
  }

  /** The same, with guards. */
  static ListHouse linking(Guards guards) {
    return new ListHouse(
        guarded(Fixture.settings(List.of()), guards),
        venue(EnumSet.allOf(OrderType.class), true, true));
  }

  /** At a venue that takes pairs of orders; nothing is held here. */
  static ListHouse pairing() {
    return pairing(Guards.NONE);
  }

  /** The same, with guards. */
  static ListHouse pairing(Guards guards) {
    return new ListHouse(
        guarded(atVenueOnly(), guards), venue(EnumSet.allOf(OrderType.class), true, false, true));
  }

  /** At a venue that takes brackets, for a trader that wants them there. */
  static ListHouse bracketing() {
    return bracketing(Guards.NONE);
  }

  /** The same, with guards. */
  static ListHouse bracketing(Guards guards) {
    return new ListHouse(
        guarded(atVenueOnly().withVenueBrackets(true), guards),
        builder(EnumSet.allOf(OrderType.class), true).orderPairs(true).orderBrackets(true).build());
  }

  private static Fixture guarded(TraderSettings settings, Guards guards) {
    return new Fixture(new TraderCore(settings.withGuards(guards)));
  }

  /** Settings of a trader that holds no orders itself. */
  static TraderSettings atVenueOnly() {
    TraderSettings usual = Fixture.settings(List.of());
    return new TraderSettings(
        usual.trader(),
        usual.mode(),
        usual.accounts(),
        usual.riskModules(),
        usual.barGrace(),
        usual.inFlightInterval(),
        usual.inFlightThreshold(),
        usual.settle(),
        usual.keepClosed(),
        usual.cancelEntriesOnStop(),
        false,
        usual.orderRate(),
        usual.amendRate());
  }

  private ListHouse(Fixture trader, Capabilities venue) {
    this.trader = trader;
    trader.running(strategy);
    trader.core().bindAccount(ACCOUNT, venue);
    trader.trade("100.00");
  }

  private static Capabilities venue(Set<OrderType> types, boolean amends, boolean links) {
    return venue(types, amends, links, false);
  }

  private static Capabilities venue(
      Set<OrderType> types, boolean amends, boolean links, boolean pairs) {
    return builder(types, amends).linkedOrders(links).orderPairs(pairs).build();
  }

  private static Capabilities.Builder builder(Set<OrderType> types, boolean amends) {
    return Capabilities.builder(Duration.ofDays(1), true)
        .orderTypes(types)
        .timesInForce(EnumSet.allOf(TimeInForce.class))
        .postOnly(true)
        .amend(amends)
        .trailingUnits(EnumSet.allOf(TrailingUnit.class));
  }

  /** Buy one, take the profit at 110.00, stop the loss at 90.00. */
  static OrderList bracket() {
    return OrderList.bracket(
        OrderSpec.limit(BTCUSD, Side.BUY, BTCUSD.quantity("1"), BTCUSD.price("100.00")),
        BTCUSD.price("110.00"),
        BTCUSD.price("90.00"));
  }

  /** Buy one, then sell half of it at 110.00 and half at 120.00. */
  static OrderList scaledOut() {
    return OrderList.oneTriggersOthers(
        OrderSpec.limit(BTCUSD, Side.BUY, BTCUSD.quantity("1"), BTCUSD.price("100.00")),
        OrderSpec.limit(BTCUSD, Side.SELL, BTCUSD.quantity("0.5"), BTCUSD.price("110.00"))
            .reducing(),
        OrderSpec.limit(BTCUSD, Side.SELL, BTCUSD.quantity("0.5"), BTCUSD.price("120.00"))
            .reducing());
  }

  /** Sell what is held at 110.00, or at the market once the price is at 90.00. */
  static OrderList pair(Quantity quantity, Contingency contingency) {
    OrderSpec target =
        OrderSpec.limit(BTCUSD, Side.SELL, quantity, BTCUSD.price("110.00")).reducing();
    OrderSpec stop = OrderSpec.stop(BTCUSD, Side.SELL, quantity, BTCUSD.price("90.00")).reducing();
    return new OrderList(null, List.of(target, stop), contingency);
  }

  Turn does(Consumer<Orders> wish) {
    wishes.add(wish);
    return trader.trade("100.00");
  }

  /** A bracket whose entry has filled; entry, target and stop, of which nothing is heard yet. */
  List<ClientOrderId> holds() {
    List<ClientOrderId> ids = places(bracket());
    trader.accept(ids.get(0));
    trader.fill(ids.get(0), "1", "100.00", FREE);
    sent();
    return ids;
  }

  /** The orders that were made last. */
  List<Order> newest(int count) {
    List<Order> all = trader.core().state().ledger().all();
    return all.subList(all.size() - count, all.size());
  }

  /** Places a list; the ids of its orders. */
  List<ClientOrderId> places(OrderList list) {
    int before = trader.core().state().ledger().all().size();
    does(orders -> orders.submit(list));
    return trader.core().state().ledger().all().stream().skip(before).map(Order::id).toList();
  }

  /** Places the bracket, whose entry is filled whole; the ids of entry, take-profit and stop. */
  List<ClientOrderId> holdsABracket() {
    List<ClientOrderId> ids = places(bracket());
    trader.accept(ids.get(0));
    trader.fill(ids.get(0), "1", "100.00", FREE);
    trader.accept(ids.get(1));
    return ids;
  }

  void canceled(ClientOrderId id) {
    trader.on(new OrderReport.Canceled(ACCOUNT, id, "asked", trader.now()));
  }

  /** {@code Submit SELL 1.0000 LIMIT}, one line per command. */
  List<String> sent() {
    List<String> all = trader.commands().stream().map(ListHouse::line).toList();
    trader.commands().clear();
    return all;
  }

  private static String line(ExchangeCommand command) {
    return command.orders().stream()
        .map(order -> line(command, order))
        .collect(Collectors.joining(" + "));
  }

  private static String line(ExchangeCommand command, Order order) {
    OrderSpec spec = order.spec();
    String what = spec.side() + " " + spec.quantity() + " " + spec.type();
    return command.getClass().getSimpleName()
        + " "
        + (command instanceof ExchangeCommand.Amend amend ? what + " " + amend.change() : what);
  }

  /** {@code 1.0000 LIMIT ACCEPTED} for each. */
  List<String> orders(List<ClientOrderId> ids) {
    return ids.stream().map(trader::order).map(ListHouse::line).toList();
  }

  /** All orders, the same way. */
  List<String> orders() {
    return trader.core().state().ledger().all().stream().map(ListHouse::line).toList();
  }

  static String line(Order order) {
    return order.spec().quantity() + " " + order.spec().type() + " " + order.status();
  }

  Money reserved(Currency currency) {
    return trader.core().state().portfolio().balance(ACCOUNT, currency).orElseThrow().reserved();
  }

  /** Reserved dollars and coins. */
  List<Money> reserved() {
    return Stream.of(USD, BTC).map(this::reserved).toList();
  }

  /** What is held. */
  Quantity position() {
    return trader
        .core()
        .state()
        .portfolio()
        .position(new PositionKey(ACCOUNT, Fixture.STRATEGY, BTCUSD.id()), BTCUSD)
        .quantity();
  }

  /** How long the position has been without its stop unseen, nanoseconds; 0 if it is not. */
  long unseen() {
    long longest = 0;
    for (ProtectionBook.Exposure each : trader.core().state().protection().all().values()) {
      boolean seen = each.isUnprotected();
      longest = seen ? longest : Math.max(longest, trader.core().time() - each.since());
    }
    return longest;
  }
}
