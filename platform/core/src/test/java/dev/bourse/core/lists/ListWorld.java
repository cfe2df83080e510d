package dev.bourse.core.lists;

import static dev.bourse.core.Fixture.ACCOUNT;
import static dev.bourse.core.Fixture.BTC;
import static dev.bourse.core.Fixture.BTCUSD;
import static dev.bourse.core.Fixture.USD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.event.ControlEvent;
import dev.bourse.api.event.LifecycleEvent;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.event.TimerEvent;
import dev.bourse.api.exchange.ExchangeCommand;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Contingency;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderChange;
import dev.bourse.api.model.OrderLink;
import dev.bourse.api.model.OrderList;
import dev.bourse.api.model.OrderType;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Side;
import dev.bourse.core.Fixture;
import dev.bourse.core.portfolio.PositionKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * A venue that a trader of lists trades at, and a person who interferes, out of a seed. A venue
 * that links takes off the others of a list what one fills, at once, but its word on it may be late
 * or lost, and it does an amend that was on its way meanwhile to the letter. It never sells coins
 * that the account does not have.
 */
final class ListWorld {
  private final Random random;
  final ListHouse house;
  final Fixture trader;
  private final Map<ClientOrderId, AtVenue> venue = new TreeMap<>();
  private final List<ExchangeCommand> onTheWay = new ArrayList<>();
  long sold;
  long bought;
  private long fees;

  /** What the venue has said that has not been heard. */
  private final List<OrderReport> late = new ArrayList<>();

  private final boolean links;

  /** A venue that links nothing. */
  static ListWorld plain(long seed, boolean amends) {
    return new ListWorld(seed, ListHouse.plain(amends), false);
  }

  /** A venue that links the orders of lists. */
  static ListWorld linking(long seed) {
    return new ListWorld(seed, ListHouse.linking(), true);
  }

  private ListWorld(long seed, ListHouse house, boolean links) {
    this.random = new Random(seed);
    this.house = house;
    this.trader = house.trader;
    this.links = links;
  }

  void step() {
    for (TimerEvent due = due(); due != null; due = due()) {
      trader.at(Math.max(trader.core().time(), due.deadline()), due);
    }
    collect();
    hear(random.nextInt(3));
    List<AtVenue> open = venue.values().stream().filter(each -> each.open).toList();
    switch (random.nextInt(8)) {
      case 0 -> trader.trade("" + (80 + random.nextInt(40)) + ".00");
      case 1 -> list();
      case 2, 3 -> arrive();
      case 4, 5, 6 -> work(open);
      default -> interfere();
    }
    collect();
  }

  private TimerEvent due() {
    return trader.core().due(trader.now());
  }

  /** An entry with what follows it, or, for what is held already, a pair of exits. */
  private void list() {
    Quantity held = BTCUSD.roundDown(position());
    boolean dust = !position().isZero() && held.isZero();
    if (trader.core().state().ledger().liveCount() > 0 || dust) {
      return;
    }
    OrderList list =
        position().isZero()
            ? (random.nextInt(3) > 0 ? ListHouse.bracket() : ListHouse.scaledOut())
            : ListHouse.pair(held, random.nextBoolean() ? Contingency.OCO : Contingency.OUO);
    house.does(orders -> orders.submit(list));
  }

  private void collect() {
    onTheWay.addAll(trader.commands());
    trader.commands().clear();
  }

  /** The oldest command arrives; its answer may be lost. */
  private void arrive() {
    if (onTheWay.isEmpty()) {
      return;
    }
    ExchangeCommand command = onTheWay.remove(0);
    boolean lost = random.nextInt(6) == 0;
    boolean silent = lost && random.nextBoolean();
    if (!(command instanceof ExchangeCommand.Query) && (silent || random.nextBoolean())) {
      trader.sent(command.orderId());
      collect();
    }
    OrderReport answer = answer(command);
    if (!lost) {
      trader.on(answer);
    } else if (!silent && !(command instanceof ExchangeCommand.Query)) {
      trader.on(new OrderReport.AnswerLost(ACCOUNT, command.orderId(), "lost", trader.now()));
    }
  }

  private OrderReport answer(ExchangeCommand command) {
    ClientOrderId id = command.orderId();
    long now = trader.now();
    if (command instanceof ExchangeCommand.Submit submit) {
      assertThat(venue).as("nothing is sent twice").doesNotContainKey(id);
      AtVenue order = new AtVenue(submit);
      venue.put(id, order);
      order.open = random.nextInt(8) > 0;
      order.rejected = !order.open;
      if (order.open && links) {
        giveWayToEarlierFills(order);
      }
      return !order.rejected
          ? new OrderReport.Accepted(ACCOUNT, id, "v-" + id, now)
          : new OrderReport.Rejected(ACCOUNT, id, "no", now);
    }
    AtVenue order = venue.get(id);
    if (order == null) {
      return new OrderReport.NotFound(ACCOUNT, id, command.decidedAt(), now);
    } else if (command instanceof ExchangeCommand.Cancel) {
      return canceled(id, order);
    } else if (command instanceof ExchangeCommand.Amend amend) {
      return amended(id, order, amend);
    }
    return status(id, order);
  }

  /** Too late to cancel: this venue says how the order ended, or does not know it any more. */
  private OrderReport canceled(ClientOrderId id, AtVenue order) {
    if (!order.open && random.nextBoolean()) {
      return new OrderReport.CancelRejected(ACCOUNT, id, "unknown order", trader.now());
    }
    if (!order.open) {
      return status(id, order);
    }
    if (random.nextInt(6) == 0) {
      return new OrderReport.CancelRejected(ACCOUNT, id, "not now", trader.now());
    }
    order.open = false;
    return new OrderReport.Canceled(ACCOUNT, id, "asked", trader.now());
  }

  private OrderReport amended(ClientOrderId id, AtVenue order, ExchangeCommand.Amend amend) {
    Quantity wanted = amend.change().applied(amend.order().spec()).quantity();
    if (!order.open || wanted.compareTo(order.filled) <= 0 || random.nextInt(6) == 0) {
      return new OrderReport.UpdateRejected(ACCOUNT, id, "not now", trader.now());
    }
    order.quantity = wanted;
    return new OrderReport.Updated(ACCOUNT, id, "v-" + id, amend.change(), trader.now());
  }

  private OrderReport status(ClientOrderId id, AtVenue order) {
    return order.status(trader.order(id), trader.now());
  }

  /** The venue executes, or ends an order by itself. */
  private void work(List<AtVenue> open) {
    if (open.isEmpty()) {
      return;
    }
    AtVenue order = open.get(random.nextInt(open.size()));
    if (random.nextInt(10) == 0) {
      order.open = false;
      ClientOrderId id = order.placed.orderId();
      trader.on(new OrderReport.Canceled(ACCOUNT, id, "by the venue", trader.now()));
      return;
    }
    long left = order.left().raw();
    execute(order, random.nextBoolean() ? left : 1 + random.nextInt((int) left));
  }

  private void fillOrEnd(AtVenue order) {
    execute(order, order.left().raw());
    if (order.open) {
      order.open = false;
      ClientOrderId id = order.placed.orderId();
      trader.on(new OrderReport.Canceled(ACCOUNT, id, "no coins", trader.now()));
    }
  }

  private void execute(AtVenue order, long wanted) {
    long part = links && order.sells() ? Math.min(wanted, coins()) : wanted;
    if (part == 0) {
      return;
    }
    Quantity quantity = BTCUSD.quantity(part);
    order.filled = order.filled.plus(quantity);
    order.open = order.left().isPositive();
    boolean buys = !order.sells();
    Money fee = buys && random.nextBoolean() && part > 100 ? Money.of("0.00012", BTC) : USD.zero();
    bought += buys ? part : 0;
    sold += buys ? 0 : part;
    fees += fee.currency().equals(BTC) ? 2 : 0;
    trader.fill(order.placed.orderId(), quantity.toString(), "100.00", fee);
    if (links) {
      siblings(order).forEach(sibling -> giveWay(sibling, quantity));
    }
  }

  /** Steps of coins that the account has; a fee in coins may have used up to two. */
  private long coins() {
    return Math.max(0, bought - sold - fees);
  }

  private List<AtVenue> siblings(AtVenue order) {
    OrderLink link = order.placed.order().link();
    return link == null || !link.isShared()
        ? List.of()
        : venue.values().stream()
            .filter(each -> each != order && each.open)
            .filter(each -> isShared(each.placed.order(), link))
            .toList();
  }

  /** What siblings filled before an order arrived it loses on arrival, unless we knew of it. */
  private void giveWayToEarlierFills(AtVenue order) {
    OrderLink link = order.placed.order().link();
    if (link == null || !link.isShared() || link.leg() == null) {
      return;
    }
    long filled =
        venue.values().stream()
            .filter(each -> each != order && isShared(each.placed.order(), link))
            .mapToLong(each -> each.filled.raw())
            .sum();
    long late = filled - link.leg().taken().withDecimals(order.filled.decimals()).raw();
    if (late > 0) {
      giveWay(order, BTCUSD.quantity(late));
    }
  }

  private static boolean isShared(Order other, OrderLink link) {
    OrderLink its = other.link();
    return its != null && its.isShared() && its.list().equals(link.list());
  }

  private void giveWay(AtVenue order, Quantity part) {
    ClientOrderId id = order.placed.orderId();
    OrderLink link = order.placed.order().link();
    boolean all = link != null && link.contingency() == Contingency.OCO;
    if (all || part.compareTo(order.left()) >= 0) {
      order.open = false;
      say(new OrderReport.Canceled(ACCOUNT, id, "SIBLING_FILLED", trader.now()));
    } else {
      order.quantity = order.quantity.minus(part);
      OrderChange change = OrderChange.quantity(order.quantity);
      say(new OrderReport.Updated(ACCOUNT, id, "v-" + id, change, trader.now()));
    }
  }

  private void say(OrderReport report) {
    if (random.nextInt(6) > 0) {
      late.add(report);
    }
  }

  /** Hears so much of what was said, the oldest first. */
  private void hear(int count) {
    for (int i = 0; i < count && !late.isEmpty(); i++) {
      trader.on(late.remove(0));
      collect();
    }
  }

  private void interfere() {
    List<Order> live = trader.core().state().ledger().live();
    switch (random.nextInt(6)) {
      case 0 -> trader.on(new ControlEvent.Halt("test", "op"));
      case 1 -> trader.on(new ControlEvent.Reset("op"));
      case 2 -> trader.on(new ControlEvent.Resume("op"));
      case 3 -> trader.on(new ControlEvent.Flatten("op"));
      case 4 -> {
        if (!live.isEmpty()) {
          ClientOrderId id = live.get(random.nextInt(live.size())).id();
          trader.on(new ControlEvent.Cancel(id, "op"));
        }
      }
      default -> {
        trader.on(new LifecycleEvent.StrategyUnbound(Fixture.STRATEGY, "replaced"));
        trader.bind(house.strategy);
      }
    }
  }

  Quantity position() {
    return trader
        .core()
        .state()
        .portfolio()
        .position(new PositionKey(ACCOUNT, Fixture.STRATEGY, BTCUSD.id()), BTCUSD)
        .quantity();
  }

  /** What the venue could still sell of ours. */
  Quantity onSale() {
    Quantity sum = BTCUSD.quantity(0);
    for (AtVenue order : venue.values()) {
      sum = order.open && order.sells() ? sum.plus(order.left()) : sum;
    }
    for (ExchangeCommand command : onTheWay) {
      boolean sells = command.order().spec().side() == Side.SELL;
      boolean comes = command instanceof ExchangeCommand.Submit;
      sum = sells && comes ? sum.plus(command.order().spec().quantity()) : sum;
    }
    return sum;
  }

  /** Every word is heard and every command answered, and time passes; nothing is executed. */
  void quiet() {
    for (int i = 0; i < 200; i++) {
      hear(late.size());
      trader.trade("100.00");
      for (TimerEvent due = due(); due != null; due = due()) {
        trader.at(Math.max(trader.core().time(), due.deadline()), due);
      }
      collect();
      while (!onTheWay.isEmpty()) {
        trader.on(answer(onTheWay.remove(0)));
        collect();
      }
    }
  }

  /** What one list could still sell at the venue at most, added up over all lists. */
  Quantity largestOnSale() {
    Map<ClientOrderId, Quantity> lists = new TreeMap<>();
    for (AtVenue order : venue.values()) {
      Order placed = order.placed.order();
      OrderLink link = placed.link();
      if (order.open && order.sells()) {
        boolean shared = link != null && link.isShared();
        ClientOrderId key = shared ? link.list() : placed.id();
        lists.merge(key, order.left(), (one, two) -> one.compareTo(two) > 0 ? one : two);
      }
    }
    Quantity sum = BTCUSD.quantity(0);
    for (Quantity each : lists.values()) {
      sum = sum.plus(each);
    }
    return sum;
  }

  void settle() {
    for (int i = 0; i < 400; i++) {
      hear(late.size());
      trader.trade(random.nextBoolean() ? "85.00" : "100.00");
      for (TimerEvent due = due(); due != null; due = due()) {
        trader.at(Math.max(trader.core().time(), due.deadline()), due);
      }
      collect();
      while (!onTheWay.isEmpty()) {
        ExchangeCommand command = onTheWay.remove(0);
        trader.on(answer(command));
        collect();
      }
      venue.values().stream()
          .filter(order -> order.open)
          .filter(order -> order.placed.order().spec().type() == OrderType.MARKET)
          .forEach(this::fillOrEnd);
    }
  }
}
