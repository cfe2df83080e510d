package dev.bourse.venue.binance.trading;

import dev.bourse.api.event.AccountEvent;
import dev.bourse.api.event.MarketEvent;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.event.VenueEvent;
import dev.bourse.api.exchange.ExchangeCommand;
import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.Balance;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderChange;
import dev.bourse.venue.binance.protocol.ApiException;
import dev.bourse.venue.binance.protocol.Refusals;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Where accounts trade: opens them at one simulated exchange, drives it, and passes on what it
 * reports. Everything happens on the venue's thread, and what a call causes has happened when it
 * returns.
 */
public final class Floor {
  private final Opening opening;
  private final InstantSource clock;
  private final Bookkeeper books;
  private final ListWork lists;
  private final Map<String, Desk> desks = new LinkedHashMap<>();
  private final Deque<Report> reports = new ArrayDeque<>();
  private long position;
  private long nextOrder = 1;
  private long last;

  /** A floor without accounts. */
  public Floor(Opening opening, InstantSource clock, MarketListener market) {
    this.opening = opening;
    this.clock = clock;
    this.books = new Bookkeeper(market);
    this.lists = new ListWork(this, books);
  }

  private record Report(Desk desk, VenueEvent event) {}

  /** Opens an account with the given balances, {@code 10000 USDT,1 BTC}. */
  public Desk open(String name, String balances) {
    Desk desk = new Desk(new AccountId(name), desks.size() + 1L);
    desk.connect(
        opening.open(desk.account(), balances, event -> reports.add(new Report(desk, event))));
    desks.put(name, desk);
    drain();
    return desk;
  }

  /** An account that is open; throws {@link IllegalArgumentException} for any other. */
  public Desk desk(String name) {
    Desk desk = desks.get(name);
    if (desk == null) {
      throw new IllegalArgumentException(
          "the venue has no account " + name + "; it has " + desks.keySet());
    }
    return desk;
  }

  /** All accounts. */
  public List<Desk> desks() {
    return List.copyOf(desks.values());
  }

  /** The venue's time: the clock's, but never going back. Nanoseconds since 1970. */
  public long now() {
    Instant now = clock.instant();
    last = Math.max(last, TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano());
    return last;
  }

  /** Market data moves the orders. */
  public void market(MarketEvent event) {
    position++;
    anyDesk().ifPresent(desk -> desk.exchange().onMarket(event, position, now()));
    drain();
  }

  /** Places an order; what happens to it at once has happened when this returns. */
  public PlacedOrder place(Desk desk, Ticket ticket) {
    PlacedOrder order = create(ticket, Filters.checked(ticket, now()));
    OpenOrderLimits.check(desk, ticket.market(), List.of(order));
    desk.add(order);
    try {
      send(desk, order);
    } catch (ApiException e) {
      desk.remove(order);
      throw e;
    }
    return order;
  }

  /** Checks an order against the filters that do not count orders. */
  public void check(Ticket ticket) {
    Ticket unused = Filters.checked(ticket, now());
  }

  /** Checks an order as if it were placed. */
  public void test(Desk desk, Ticket ticket) {
    Ticket checked = Filters.checked(ticket, now());
    PlacedOrder order = new PlacedOrder(0, "test", checked, Filters.quantityOf(checked), now());
    OpenOrderLimits.check(desk, ticket.market(), List.of(order));
    InnerOrders.of(order, desk.account(), now());
  }

  /** The lists of orders. */
  public ListWork lists() {
    return lists;
  }

  /**
   * Cancels an order and, if it is one of a list, the list.
   *
   * @param name what the cancel is to be called
   */
  public void cancel(Desk desk, PlacedOrder order, String name) {
    books.canceling(order, name);
    cancel(desk, order);
  }

  void cancel(Desk desk, PlacedOrder order) {
    if (order.state() == PlacedOrder.State.PENDING_NEW) {
      books.endHeld(desk, order, PlacedOrder.State.CANCELED, null, now());
    } else {
      command(desk, new ExchangeCommand.Cancel(inner(order), now()));
    }
    drain();
  }

  /**
   * Reduces an order, which keeps its place; so are the orders of which it ends one.
   *
   * @param clientId what it is called from now on
   * @return the number of the event that tells of it
   */
  public long amend(Desk desk, PlacedOrder order, BigDecimal quantity, String clientId) {
    String original = order.clientId();
    desk.rename(order, clientId, () -> reduce(desk, order, quantity, clientId));
    long execution = books.tell(desk, order, "REPLACED", original, now());
    OrderGroup group = order.group();
    if (group != null) {
      for (PlacedOrder other : Groups.pairOf(order, group)) {
        if (other != order && other.isOpen()) {
          reduce(desk, other, quantity, other.clientId());
          books.tell(desk, other, "REPLACED", other.clientId(), now());
        }
      }
    }
    drain();
    return execution;
  }

  private void reduce(Desk desk, PlacedOrder order, BigDecimal quantity, String clientId) {
    if (order.state() != PlacedOrder.State.PENDING_NEW) {
      Order inner = inner(order);
      OrderChange change =
          OrderChange.quantity(inner.spec().instrument().quantity(quantity.toPlainString()));
      command(desk, new ExchangeCommand.Amend(inner, change, now()));
    }
    order.amend(quantity, clientId, now());
  }

  /**
   * Money comes or leaves; false if more would leave than is free.
   *
   * @param wallet the user's other wallet that it comes from or goes to, empty for none
   */
  public boolean transfer(Desk desk, Money amount, String wallet) {
    boolean moved = desk.exchange().transfer(amount, now());
    drain();
    if (moved && !wallet.isEmpty()) {
      desk.movedBetweenWallets(wallet);
    }
    return moved;
  }

  PlacedOrder create(Ticket ticket, Ticket checked) {
    long id = nextOrder++;
    String clientId = ticket.clientId() == null ? ClientIds.of(id) : ticket.clientId();
    return new PlacedOrder(id, clientId, checked, Filters.quantityOf(checked), now());
  }

  /** Sends an order of a desk. */
  void send(Desk desk, PlacedOrder order) {
    try {
      Order inner = InnerOrders.of(order, desk.account(), now());
      order.send(inner);
      command(desk, new ExchangeCommand.Submit(inner, now()));
    } finally {
      drain();
    }
  }

  private static Order inner(PlacedOrder order) {
    return Objects.requireNonNull(order.sent(), () -> "order " + order.id() + " was never sent");
  }

  /** Gives a command; throws what the exchange has against it. */
  private void command(Desk desk, ExchangeCommand command) {
    if (!desk.exchange().execution().execute(command)) {
      throw ApiException.of(
          503,
          -1008,
          "Server is currently overloaded with other requests. Please try again in a few minutes.");
    }
    String refusal = refusalOf(command);
    if (refusal != null) {
      throw refusedAs(command, refusal);
    }
  }

  private static ApiException refusedAs(ExchangeCommand command, String reason) {
    if (command instanceof ExchangeCommand.Submit) {
      return Reasons.refusal(reason);
    }
    return command instanceof ExchangeCommand.Amend
        ? ApiException.of(-2038, "Unknown order sent.")
        : Refusals.cancel("Unknown order sent.");
  }

  /** Takes away what was reported of an order that came to nothing at once. */
  private @Nullable String refusalOf(ExchangeCommand command) {
    for (Report report : reports) {
      if (report.event() instanceof OrderReport about
          && about.orderId().equals(command.orderId())) {
        String refusal = refusal(about, command);
        if (refusal != null) {
          reports.removeIf(
              each ->
                  each.event() instanceof OrderReport other
                      && other.orderId().equals(command.orderId()));
          return refusal;
        }
      }
    }
    return null;
  }

  private static @Nullable String refusal(OrderReport report, ExchangeCommand command) {
    if (report instanceof OrderReport.Rejected rejected) {
      return rejected.reason();
    } else if (report instanceof OrderReport.CancelRejected rejected) {
      return rejected.reason();
    } else if (report instanceof OrderReport.UpdateRejected rejected) {
      return rejected.reason();
    }
    boolean maker =
        report instanceof OrderReport.Canceled canceled
            && command instanceof ExchangeCommand.Submit
            && Reasons.codeOf(canceled.reason()).equals(Reasons.WOULD_TAKE);
    return maker ? Reasons.WOULD_TAKE : null;
  }

  /** Does what is due, and passes on what was reported. */
  public void drain() {
    for (Report report = reports.poll(); report != null; report = reports.poll()) {
      report.desk().touch();
      books.take(report.desk(), report.event(), now());
    }
    lists.followUp();
    desks.values().stream().filter(Desk::wasTouched).forEach(this::tellBalances);
  }

  /** Lets the exchange's own clock go on. */
  public void work() {
    anyDesk().ifPresent(desk -> desk.exchange().doWork(now()));
    drain();
  }

  /** All accounts share one exchange: whoever drives one of them drives it. */
  private Optional<Desk> anyDesk() {
    return desks.values().stream().findFirst();
  }

  private void tellBalances(Desk desk) {
    AccountEvent.MassReport report = opening.report(desk);
    List<Balance> changed = desk.take(report);
    if (!changed.isEmpty()) {
      desk.tell(Events.position(changed, desk.balancesChangedAt(), now()));
    }
  }

  /** Closes all accounts. */
  public void close() {
    desks.values().forEach(desk -> desk.exchange().close());
  }
}
