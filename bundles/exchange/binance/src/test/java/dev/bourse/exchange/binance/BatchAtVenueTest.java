package dev.bourse.exchange.binance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.event.AccountEvent;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Side;
import dev.bourse.venue.binance.VenueInstruments;
import dev.bourse.venue.binance.VenueSettings;
import dev.bourse.venue.binance.faults.Fault;
import dev.bourse.venue.binance.faults.Fault.Kind;
import dev.bourse.venue.binance.protocol.Limits.Allowance;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Lists of hundreds at a venue that allows less at once: every order has its outcome, in its order,
 * and nothing is refused for a limit.
 */
@Tag("G7")
@Timeout(300)
class BatchAtVenueTest {
  private static final Duration LONG = Duration.ofMinutes(2);
  private static final int MANY = 300;

  private TradeBench bench;

  @AfterEach
  void close() {
    bench.close();
  }

  private void open(VenueSettings settings) {
    bench = new TradeBench(settings, LONG).connected();
  }

  private static Allowance allowing(int weight, int ordersPerTenSeconds) {
    return new Allowance(weight, 300_000, ordersPerTenSeconds, 200_000);
  }

  /**
   * A clock whose minute, and whose window of orders, is over in ten seconds: a test need not wait
   * for a whole minute.
   */
  private static InstantSource lateInItsMinute() {
    long seconds = Instant.now().getEpochSecond() % 60;
    Duration ahead = Duration.ofSeconds(Math.floorMod(50 - seconds, 60));
    return () -> Instant.now().plus(ahead);
  }

  private void until(String what, BooleanSupplier condition) {
    long deadline = System.nanoTime() + LONG.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime())
          .as("waited too long until " + what + "; refused: " + reasons())
          .isLessThan(deadline);
      LockSupport.parkNanos(5_000_000);
    }
  }

  /** What was told of each order, in the order in which it was told. */
  private <T extends OrderReport> List<String> told(Class<T> type) {
    return bench.sink.events(type).stream().map(each -> each.orderId().value()).distinct().toList();
  }

  /** The same without some: of those the event of the other's cancel may be told as well. */
  private <T extends OrderReport> List<String> told(Class<T> type, List<String> without) {
    return told(type).stream().filter(each -> !without.contains(each)).toList();
  }

  private static List<String> names(int from, int step) {
    List<String> names = new ArrayList<>();
    for (int i = from; i < MANY; i += step) {
      names.add("o" + i);
    }
    return names;
  }

  /** Half of them in one market and half in another: a market has no room for all. */
  private List<Order> resting() {
    return names(0, 1).stream().map(this::resting).toList();
  }

  /** Placed behind the adapter, so that nothing of what it may do is used up. */
  private Order resting(String name) {
    boolean even = Integer.parseInt(name.substring(1)) % 2 == 0;
    String price = even ? "10000.00" : "1000.00";
    OrderSpec spec =
        OrderSpec.limit(
            VenueInstruments.USUAL.get(even ? 0 : 1),
            Side.BUY,
            Quantity.of("0.01"),
            Price.of(price));
    String answer =
        bench.venue.ask(
            "alice",
            "POST /api/v3/order",
            "symbol",
            spec.instrument().id().symbol(),
            "side",
            "BUY",
            "type",
            "LIMIT",
            "timeInForce",
            "GTC",
            "quantity",
            "0.01",
            "price",
            price,
            "newClientOrderId",
            name);
    return TradeBench.order(name, spec)
        .with(OrderStatus.ACCEPTED, "", 0)
        .withVenueOrderId(answer.replaceAll("^.*\"orderId\":(\\d+).*$", "$1"));
  }

  private void endsElsewhere(Order order) {
    bench.venue.call(
        "alice",
        "DELETE /api/v3/order",
        "symbol",
        order.spec().instrument().id().symbol(),
        "orderId",
        String.valueOf(order.venueOrderId()));
  }

  private List<String> reasons() {
    List<String> reasons = new ArrayList<>();
    bench.sink.events(OrderReport.Rejected.class).forEach(each -> reasons.add(each.reason()));
    bench.sink.events(OrderReport.Denied.class).forEach(each -> reasons.add(each.reason()));
    bench.sink.events(OrderReport.CancelRejected.class).forEach(each -> reasons.add(each.reason()));
    return reasons;
  }

  @Test
  void exitsAreAllPlacedInTheirOrderThoughTheVenueTakesHalfOfThemAtOnce() {
    open(VenueSettings.local().at(lateInItsMinute()).allowing(allowing(6000, MANY / 6)));
    List<String> names = names(0, 3);

    for (String name : names) {
      assertThat(bench.submit(bench.market(name, Side.SELL, "0.001"))).isTrue();
    }
    until("all are placed", () -> told(OrderReport.Accepted.class).size() == names.size());

    assertThat(told(OrderReport.Accepted.class)).isEqualTo(names);
    assertThat(reasons()).isEmpty();
  }

  @Test
  void cancelsAreAllDoneInTheirOrderAndEachThatFailsIsToldByItself() {
    open(VenueSettings.local().allowing(allowing(6000, 1000)));
    List<Order> orders = resting();
    List<String> gone = names(0, 10);
    orders.stream().filter(each -> gone.contains(each.id().value())).forEach(this::endsElsewhere);

    orders.forEach(each -> assertThat(bench.cancel(each)).isTrue());
    until(
        "each has its outcome",
        () ->
            told(OrderReport.Canceled.class, gone).size() == MANY - gone.size()
                && told(OrderReport.CancelRejected.class).size() == gone.size());

    List<String> wanted = names(0, 1);
    wanted.removeAll(gone);
    assertThat(told(OrderReport.Canceled.class, gone)).isEqualTo(wanted);
    assertThat(told(OrderReport.CancelRejected.class)).isEqualTo(gone);
    assertThat(reasons()).allMatch(each -> each.startsWith("CANCEL_REJECTED: code=-2011"));
  }

  @Test
  void cancelsForWhichTheMinuteHasNoWeightWaitForTheNextAndNoneIsRefused() {
    open(VenueSettings.local().at(lateInItsMinute()).allowing(allowing(MANY, 1000)));
    List<Order> orders = resting();
    orders.forEach(this::endsElsewhere);

    orders.forEach(each -> assertThat(bench.cancel(each)).isTrue());
    until("all are answered", () -> told(OrderReport.CancelRejected.class).size() == MANY);

    assertThat(told(OrderReport.CancelRejected.class)).isEqualTo(names(0, 1));
    assertThat(reasons()).allMatch(each -> each.startsWith("CANCEL_REJECTED: code=-2011"));
  }

  @Test
  void ordersAndCancelsGoOnWhileHundredsOfQuestionsFindNoAnswer() {
    open(VenueSettings.local());
    Order order = bench.resting("a", Side.BUY, "0.1", "50000.00");
    bench.venue.add(Fault.always(Kind.DROP, "order.status"));
    bench.venue.add(Fault.always(Kind.DROP, "GET /api/v3/order"));

    for (int i = 0; i < MANY; i++) {
      assertThat(bench.query(order)).isTrue();
    }
    bench.exchange.execution().requestReport(0);
    bench.submit(bench.limit("b", Side.BUY, "0.1", "50000.00"));
    bench.cancel(order);

    bench.report(OrderReport.Canceled.class, "a");
    bench.report(OrderReport.Accepted.class, "b");
    assertThat(bench.sink.events(AccountEvent.MassReport.class)).isEmpty();
  }
}
