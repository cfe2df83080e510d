package dev.bourse.core.lists;

import static dev.bourse.core.Fixture.ACCOUNT;
import static dev.bourse.core.Fixture.BTC;
import static dev.bourse.core.Fixture.BTCUSD;
import static dev.bourse.core.Fixture.USD;
import static org.assertj.core.api.Assertions.assertThat;

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
import dev.bourse.core.settings.Guards;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A venue that a trader of lists trades at, and a person who interferes, out of a seed. A venue
 * that links takes off the others of a list what one fills, at once, but its word on it may be late
 * or lost, and it does an amend that was on its way meanwhile to the letter. It never sells coins
 * that the account does not have.
 */
final class ListWorld {
  /** A position without its stop is closed in these worlds. */
  private static final Guards GUARDS = new Guards(List.of(), ListHouse.WITHIN.toNanos(), true);

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
  private final boolean pairs;

  /** A venue that links nothing. */
  static ListWorld plain(long seed, boolean amends) {
    return new ListWorld(seed, ListHouse.plain(amends, GUARDS), false, false);
  }

  /** A venue that links the orders of lists. */
  static ListWorld linking(long seed) {
    return new ListWorld(seed, ListHouse.linking(GUARDS), true, false);
  }

  /** A venue that takes pairs of orders. */
  static ListWorld pairing(long seed) {
    return new ListWorld(seed, ListHouse.pairing(GUARDS), false, true);
  }

  /** A venue that takes pairs, and exits that wait there for their entry to fill whole. */
  static ListWorld bracketing(long seed) {
    return new ListWorld(seed, ListHouse.bracketing(GUARDS), false, true);
  }

  private ListWorld(long seed, ListHouse house, boolean links, boolean pairs) {
    this.random = new Random(seed);
    this.house = house;
    this.trader = house.trader;
    this.links = links;
    this.pairs = pairs;
  }

  void step() {
    for (TimerEvent due = due(); due != null; due = due()) {
      trader.at(Math.max(trader.core().time(), due.deadline()), due);
    }
    collect();
    hear(random.nextInt(3));
    List<AtVenue> open =
        venue.values().stream().filter(each -> each.open && each.head == null).toList();
    switch (random.nextInt(8)) {
      case 0 -> trader.trade("" + (80 + random.nextInt(40)) + ".00");
      case 1 -> list();
      case 2, 3 -> arrive();
      case 4, 5, 6 -> work(open);
      default -> Person.interferes(house, random);
    }
    collect();
  }

  private TimerEvent due() {
    return trader.core().due(trader.now());
  }

  /** An entry with what follows it, or, for what is held already, a pair of exits. */
  private void list() {
    Quantity position = house.position();
    Quantity held = BTCUSD.roundDown(position);
    boolean dust = !position.isZero() && held.isZero();
    if (trader.core().state().ledger().liveCount() > 0 || dust) {
      return;
    }
    OrderList list =
        position.isZero()
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
      command.orders().forEach(each -> trader.sent(each.id()));
      collect();
    }
    List<OrderReport> answers = answers(command);
    for (OrderReport answer : answers) {
      if (!lost) {
        trader.on(answer);
      } else if (!silent && !(command instanceof ExchangeCommand.Query)) {
        trader.on(new OrderReport.AnswerLost(ACCOUNT, answer.orderId(), "lost", trader.now()));
      }
      collect();
    }
  }

  private List<OrderReport> answers(ExchangeCommand command) {
    boolean places = !venue.containsKey(command.orderId());
    if (pairs && places && !(command instanceof ExchangeCommand.Query)) {
      assertThat(siblings(new AtVenue(command.order()))).as("no two share coins").isEmpty();
    }
    if (command instanceof ExchangeCommand.SubmitBracket bracket) {
      return bracket(bracket);
    }
    if (!(command instanceof ExchangeCommand.SubmitPair pair)) {
      return List.of(answer(command));
    }
    boolean taken = random.nextInt(8) > 0;
    AtVenue stop = arrived(pair.order(), taken);
    AtVenue target = arrived(pair.other(), taken);
    stop.partner = target;
    target.partner = stop;
    return Stream.of(stop, target).map(each -> placed(each, trader.now())).toList();
  }

  private List<OrderReport> bracket(ExchangeCommand.SubmitBracket bracket) {
    boolean taken = random.nextInt(8) > 0;
    AtVenue head = arrived(bracket.order(), taken);
    List<AtVenue> exits = bracket.exits().stream().map(each -> arrived(each, taken)).toList();
    for (AtVenue exit : exits) {
      exit.head = head;
      exit.partner = exits.size() == 1 ? null : exits.get(exit == exits.get(0) ? 1 : 0);
    }
    return Stream.concat(Stream.of(head), exits.stream())
        .map(each -> placed(each, trader.now()))
        .toList();
  }

  /** The orders that wait for one, or for the same one. */
  private List<AtVenue> waiting(AtVenue head) {
    return venue.values().stream().filter(each -> each.open && each.head == head).toList();
  }

  /** What ended before it had filled whole takes along what waited for it. */
  private void endWaiting(AtVenue head) {
    for (AtVenue each : waiting(head)) {
      each.open = false;
      say(new OrderReport.Expired(ACCOUNT, each.placed.id(), "OTO_EXPIRED", trader.now()));
    }
  }

  /** What has filled whole lets those begin that wait for it; the venue may not take them then. */
  private void begin(AtVenue head) {
    boolean taken = random.nextInt(8) > 0;
    for (AtVenue each : waiting(head)) {
      each.head = null;
      each.open = taken;
      if (!taken) {
        each.rejected = true;
        say(new OrderReport.Rejected(ACCOUNT, each.placed.id(), "no room", trader.now()));
      }
    }
  }

  private AtVenue arrived(Order placed, boolean taken) {
    assertThat(venue).as("nothing is sent twice").doesNotContainKey(placed.id());
    AtVenue order = new AtVenue(placed);
    venue.put(placed.id(), order);
    order.open = taken;
    order.rejected = !taken;
    order.denied = !taken && random.nextBoolean();
    order.passing = !taken && random.nextBoolean();
    return order;
  }

  private static OrderReport placed(AtVenue order, long now) {
    ClientOrderId id = order.placed.id();
    if (order.rejected) {
      return order.denied
          ? new OrderReport.Denied(ACCOUNT, id, "never left", order.passing, now)
          : new OrderReport.Rejected(ACCOUNT, id, "no", order.passing, now);
    }
    return new OrderReport.Accepted(ACCOUNT, id, "v-" + id, now);
  }

  private OrderReport answer(ExchangeCommand command) {
    ClientOrderId id = command.orderId();
    long now = trader.now();
    if (command instanceof ExchangeCommand.Submit submit) {
      AtVenue order = arrived(submit.order(), random.nextInt(8) > 0);
      if (order.open && links) {
        giveWayToEarlierFills(order);
      }
      return placed(order, now);
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
    AtVenue head = order.head;
    if (head != null) {
      head.open = false;
      say(new OrderReport.Canceled(ACCOUNT, head.placed.id(), "with it", trader.now()));
    }
    order.open = false;
    endWaiting(order);
    AtVenue partner = order.partner;
    if (partner != null && partner.open) {
      partner.open = false;
      say(new OrderReport.Canceled(ACCOUNT, partner.placed.id(), "with it", trader.now()));
    }
    return new OrderReport.Canceled(ACCOUNT, id, "asked", trader.now());
  }

  /** What happened to one of a pair ends the other. */
  private void endPartner(AtVenue order) {
    AtVenue partner = order.partner;
    if (partner != null && partner.open) {
      partner.open = false;
      say(new OrderReport.Expired(ACCOUNT, partner.placed.id(), "OCO_TRIGGER", trader.now()));
    }
  }

  private OrderReport amended(ClientOrderId id, AtVenue order, ExchangeCommand.Amend amend) {
    Quantity wanted = amend.change().applied(amend.order().spec()).quantity();
    boolean paired = order.partner != null && order.partner.open;
    if (!order.open || paired || wanted.compareTo(order.filled) <= 0 || random.nextInt(6) == 0) {
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
      ClientOrderId id = order.placed.id();
      trader.on(new OrderReport.Canceled(ACCOUNT, id, "by the venue", trader.now()));
      endPartner(order);
      endWaiting(order);
      return;
    }
    long left = order.left().raw();
    execute(order, random.nextBoolean() ? left : 1 + random.nextInt((int) left));
  }

  private void fillOrEnd(AtVenue order) {
    execute(order, order.left().raw());
    if (order.open) {
      order.open = false;
      ClientOrderId id = order.placed.id();
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
    trader.fill(order.placed.id(), quantity.toString(), "100.00", fee);
    endPartner(order);
    if (!order.open) {
      begin(order);
    }
    if (links) {
      siblings(order).forEach(sibling -> giveWay(sibling, quantity));
    }
  }

  /** Steps of coins that the account has; a fee in coins may have used up to two. */
  private long coins() {
    return Math.max(0, bought - sold - fees);
  }

  private List<AtVenue> siblings(AtVenue order) {
    return venue.values().stream().filter(each -> each.open && each.sharesWith(order)).toList();
  }

  /** What siblings filled before an order arrived it loses on arrival, unless we knew of it. */
  private void giveWayToEarlierFills(AtVenue order) {
    OrderLink link = order.placed.link();
    if (link == null || !link.isShared() || link.leg() == null) {
      return;
    }
    long filled =
        venue.values().stream()
            .filter(order::sharesWith)
            .mapToLong(each -> each.filled.raw())
            .sum();
    long late = filled - link.leg().taken().withDecimals(order.filled.decimals()).raw();
    if (late > 0) {
      giveWay(order, BTCUSD.quantity(late));
    }
  }

  private void giveWay(AtVenue order, Quantity part) {
    ClientOrderId id = order.placed.id();
    OrderLink link = order.placed.link();
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

  /** What the venue could still sell of ours. */
  Quantity onSale() {
    Quantity sum = BTCUSD.quantity(0);
    for (AtVenue order : venue.values()) {
      sum = order.open && order.sells() ? sum.plus(order.left()) : sum;
    }
    for (ExchangeCommand command : onTheWay) {
      boolean sells = command.order().spec().side() == Side.SELL;
      boolean comes = command instanceof ExchangeCommand.Placement;
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
      arriveAll();
    }
  }

  /** What one list could still sell at the venue at most, added up over all lists. */
  Quantity largestOnSale() {
    return AtVenue.largestOnSale(venue.values(), BTCUSD.quantity(0));
  }

  private void arriveAll() {
    while (!onTheWay.isEmpty()) {
      answers(onTheWay.remove(0)).forEach(trader::on);
      collect();
    }
  }

  void settle() {
    for (int i = 0; i < 400; i++) {
      hear(late.size());
      trader.trade(random.nextBoolean() ? "85.00" : "100.00");
      for (TimerEvent due = due(); due != null; due = due()) {
        trader.at(Math.max(trader.core().time(), due.deadline()), due);
      }
      collect();
      arriveAll();
      venue.values().stream()
          .filter(order -> order.open)
          .filter(order -> order.placed.spec().type() == OrderType.MARKET)
          .forEach(this::fillOrEnd);
    }
  }
}
