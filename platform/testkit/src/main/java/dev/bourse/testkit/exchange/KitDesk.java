package dev.bourse.testkit.exchange;

import dev.bourse.api.event.AccountEvent;
import dev.bourse.api.event.ConnectionChanged;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.event.VenueEvent;
import dev.bourse.api.exchange.Exchange;
import dev.bourse.api.exchange.ExchangeCommand;
import dev.bourse.api.model.Fill;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderChange;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Side;
import dev.bourse.testkit.RecordingSink;
import dev.bourse.testkit.TestContext;
import dev.bourse.testkit.TestOrders;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/** The trader's side of an account that is open at a venue of the kit. */
final class KitDesk implements AutoCloseable {
  private static final long PAUSE = Duration.ofMillis(20).toNanos();

  final RecordingSink sink = new RecordingSink();
  final Exchange exchange;
  private final InstrumentId id;
  private final Duration patience;

  KitDesk(KitVenue venue) {
    this(venue, List.of());
  }

  /** An account whose trader knows some rules already. */
  KitDesk(KitVenue venue, List<Instrument> known) {
    id = venue.instrument();
    patience = venue.patience();
    exchange = venue.open(TestContext.of(sink).with(known));
  }

  /** Waits until orders can be sent and the rules of the instrument are known. */
  static KitDesk connected(KitVenue venue) {
    KitDesk desk = new KitDesk(venue);
    desk.awaited(ConnectionChanged.class, ConnectionChanged::connected);
    desk.follow();
    desk.sink.take();
    return desk;
  }

  /** Subscribes, and waits until the rules are known. */
  void follow() {
    exchange.marketData().subscribe(id);
    long deadline = System.nanoTime() + patience.toNanos();
    while (listed().isEmpty()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError(id + " is never among the instruments");
      }
      LockSupport.parkNanos(PAUSE);
    }
  }

  private Optional<Instrument> listed() {
    return exchange.instruments().stream().filter(each -> each.id().equals(id)).findFirst();
  }

  Instrument instrument() {
    return listed().orElseThrow(() -> new AssertionError(id + " is not among the instruments"));
  }

  /** What is wanted is looked for while nobody can report, so it must not ask the exchange. */
  <T extends VenueEvent> T awaited(Class<T> type, Predicate<T> wanted) {
    try {
      return type.cast(
          sink.await(event -> type.isInstance(event) && wanted.test(type.cast(event)), patience));
    } catch (InterruptedException | TimeoutException e) {
      throw new AssertionError("no such " + type.getSimpleName() + ": " + e.getMessage(), e);
    }
  }

  /** A report about one order. */
  <T extends OrderReport> T report(Class<T> type, Order order) {
    return awaited(type, each -> each.orderId().equals(order.id()));
  }

  /** Reports of one kind about one order so far. */
  <T extends OrderReport> List<T> reports(Class<T> type, Order order) {
    return sink.events(type).stream().filter(each -> each.orderId().equals(order.id())).toList();
  }

  /** What was told of executions of an order so far, each as it was told first. */
  List<Fill> fills(Order order) {
    Map<String, Fill> fills = new LinkedHashMap<>();
    reports(OrderReport.Filled.class, order)
        .forEach(each -> fills.putIfAbsent(each.fill().fillId(), each.fill()));
    return List.copyOf(fills.values());
  }

  /** Why an order was refused, whoever did it: the venue, or the adapter before it left. */
  String refusal(Order order) {
    return reason(awaited(OrderReport.class, each -> isRefusal(each) && isAbout(each, order)));
  }

  /** Why an order was refused so far; empty if it was not. */
  List<String> refusals(Order order) {
    return reports(OrderReport.class, order).stream()
        .filter(KitDesk::isRefusal)
        .map(KitDesk::reason)
        .toList();
  }

  private static boolean isAbout(OrderReport report, Order order) {
    return report.orderId().equals(order.id());
  }

  /** Whether nothing becomes of an order, by the venue's word or the adapter's. */
  static boolean isRefusal(OrderReport report) {
    return report instanceof OrderReport.Rejected || report instanceof OrderReport.Denied;
  }

  private static String reason(OrderReport refusal) {
    return refusal instanceof OrderReport.Rejected rejected
        ? rejected.reason()
        : ((OrderReport.Denied) refusal).reason();
  }

  /** Waits until so much of an order was filled. */
  void filled(Order order, String quantity) {
    awaited(
        OrderReport.Filled.class, any -> sum(fills(order)).compareTo(Quantity.of(quantity)) >= 0);
  }

  /** How much was executed. */
  static Quantity sum(List<Fill> fills) {
    return fills.stream()
        .map(Fill::quantity)
        .reduce(Quantity::plus)
        .orElseGet(() -> Quantity.zero(0));
  }

  /** Waits until the connection was lost and is there again. */
  void reconnected() {
    awaited(ConnectionChanged.class, each -> !each.connected());
    awaited(ConnectionChanged.class, each -> lastSaid());
  }

  private boolean lastSaid() {
    List<ConnectionChanged> said = sink.events(ConnectionChanged.class);
    return said.get(said.size() - 1).connected();
  }

  /** The next full report. */
  AccountEvent.MassReport massReport() {
    return massReport(0);
  }

  AccountEvent.MassReport massReport(long since) {
    return asked(() -> exchange.execution().requestReport(since));
  }

  /** The next full report, with the venue's history of money that came and went. */
  AccountEvent.MassReport massReportWithFlows() {
    return asked(() -> exchange.execution().requestReportWithFlows(0));
  }

  private AccountEvent.MassReport asked(Runnable question) {
    int before = sink.events(AccountEvent.MassReport.class).size();
    question.run();
    awaited(
        AccountEvent.MassReport.class,
        any -> sink.events(AccountEvent.MassReport.class).size() > before);
    return sink.events(AccountEvent.MassReport.class).get(before);
  }

  /** The next full report that fits; asks again until one does. */
  AccountEvent.MassReport massReport(Predicate<AccountEvent.MassReport> wanted) {
    long deadline = System.nanoTime() + patience.toNanos();
    AccountEvent.MassReport report = massReport();
    while (!wanted.test(report) && System.nanoTime() < deadline) {
      report = massReport();
    }
    if (!wanted.test(report)) {
      throw new AssertionError("the account stays as it is: " + report);
    }
    return report;
  }

  /** Our names of the orders that are open at the venue. */
  List<String> open() {
    return massReport().openOrders().stream()
        .filter(each -> each.status().isLive())
        .map(each -> each.orderId().value())
        .toList();
  }

  Order limit(String name, Side side, String quantity, String price) {
    return TestOrders.order(
        name, OrderSpec.limit(instrument(), side, Quantity.of(quantity), Price.of(price)));
  }

  Order market(String name, Side side, String quantity) {
    return TestOrders.order(name, OrderSpec.market(instrument(), side, Quantity.of(quantity)));
  }

  boolean submit(Order order) {
    return exchange.execution().execute(new ExchangeCommand.Submit(order, now()));
  }

  boolean submitPair(Order stop, Order target) {
    return exchange.execution().execute(new ExchangeCommand.SubmitPair(stop, target, now()));
  }

  boolean submitBracket(Order entry, List<Order> exits) {
    return exchange.execution().execute(new ExchangeCommand.SubmitBracket(entry, exits, now()));
  }

  boolean cancel(Order order) {
    return exchange.execution().execute(new ExchangeCommand.Cancel(order, now()));
  }

  boolean amend(Order order, OrderChange change) {
    return exchange.execution().execute(new ExchangeCommand.Amend(order, change, now()));
  }

  boolean query(Order order) {
    return exchange.execution().execute(new ExchangeCommand.Query(order, now()));
  }

  /**
   * Asks what became of an order until somebody knows: a question is not always taken, and its
   * answer may be lost as any other.
   */
  OrderReport standing(Order order) {
    long deadline = System.nanoTime() + patience.toNanos();
    while (System.nanoTime() < deadline) {
      int before = sink.events().size();
      if (query(order)) {
        OrderReport answer = answer(order, before);
        if (!(answer instanceof OrderReport.AnswerLost)) {
          return answer;
        }
      }
      LockSupport.parkNanos(PAUSE);
    }
    throw new AssertionError("nobody answers the query of order " + order.id());
  }

  private OrderReport answer(Order order, int before) {
    return awaited(
        OrderReport.class,
        each ->
            each.orderId().equals(order.id())
                && (each instanceof OrderReport.Status
                    || each instanceof OrderReport.NotFound
                    || each instanceof OrderReport.AnswerLost)
                && sink.events().lastIndexOf(each) >= before);
  }

  private static long now() {
    return System.currentTimeMillis() * 1_000_000;
  }

  /** Places an order that rests; the order as it is known then. */
  Order resting(Order order) {
    submit(order);
    return accepted(order);
  }

  /** Waits until an order was accepted; the order as it is known then. */
  Order accepted(Order order) {
    String venueOrderId = report(OrderReport.Accepted.class, order).venueOrderId();
    return order.with(OrderStatus.ACCEPTED, "", 0).withVenueOrderId(venueOrderId);
  }

  /** Places a buy of 0.5 that rests far below the market. */
  Order resting(String name) {
    return resting(limit(name, Side.BUY, "0.5", "50000.00"));
  }

  @Override
  public void close() {
    exchange.close();
  }
}
