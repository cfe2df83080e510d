package dev.bourse.testkit.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.event.AccountEvent;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.event.VenueEvent;
import dev.bourse.api.model.Fill;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Side;
import dev.bourse.testkit.TestOrders;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of an order on a good day. */
abstract class OrderRules extends MarketDataRules {
  @Test
  @Tag("B1")
  void acceptsALimitOrderUnderItsNameAndKeepsItOpen() {
    KitDesk desk = desk();
    Order order = desk.limit("a", Side.BUY, "0.5", "50000.00");

    boolean taken = desk.submit(order);

    OrderReport.Accepted accepted = desk.report(OrderReport.Accepted.class, order);
    assertThat(taken).isTrue();
    assertThat(accepted.account()).isEqualTo(TestOrders.ACCOUNT);
    assertThat(accepted.venueOrderId()).isNotBlank();
    assertThat(desk.open()).containsExactly("a");
  }

  @Test
  @Tag("B1")
  void saysThatAnOrderIsAcceptedBeforeItSaysThatItIsFilled() {
    KitDesk desk = desk();
    Order order = desk.market("a", Side.BUY, "0.5");

    desk.submit(order);
    desk.filled(order, "0.5");
    desk.report(OrderReport.Accepted.class, order);

    List<VenueEvent> told = desk.sink.events();
    assertThat(told.indexOf(desk.reports(OrderReport.Accepted.class, order).get(0)))
        .isLessThan(told.indexOf(desk.reports(OrderReport.Filled.class, order).get(0)));
  }

  @Test
  @Tag("B1")
  void fillsAMarketOrderForExactlyWhatWasOrdered() {
    KitDesk desk = desk();
    Order order = desk.market("a", Side.SELL, "0.5");

    desk.submit(order);
    desk.filled(order, "0.5");

    List<Fill> fills = desk.fills(order);
    assertThat(KitDesk.sum(fills)).isEqualByComparingTo(Quantity.of("0.5"));
    assertThat(fills).allMatch(fill -> fill.side() == Side.SELL && !fill.provisional());
    assertThat(fills).allMatch(fill -> fill.account().equals(TestOrders.ACCOUNT));
    assertThat(fills)
        .allMatch(fill -> fill.price().compareTo(Price.of("59900.00")) > 0)
        .allMatch(fill -> fill.price().compareTo(Price.of("60000.10")) <= 0);
    assertThat(fills).allMatch(fill -> fill.fee().signum() >= 0);
  }

  /** What is told again is told with the same id and the same numbers. */
  @Test
  @Tag("B5")
  void tellsEveryFillWithAnIdOfItsOwn() {
    KitDesk desk = desk();
    List<Order> orders =
        List.of(
            desk.market("a", Side.BUY, "0.25"),
            desk.market("b", Side.SELL, "0.25"),
            desk.market("c", Side.BUY, "0.25"));

    for (Order each : orders) {
      desk.submit(each);
      desk.filled(each, "0.25");
    }
    List<Fill> reported = desk.massReport(report -> report.fills().size() >= 3).fills();

    List<Fill> told =
        desk.sink.events(OrderReport.Filled.class).stream().map(OrderReport.Filled::fill).toList();
    assertThat(reported).hasSize(orders.size());
    assertThat(reported).extracting(Fill::fillId).doesNotHaveDuplicates();
    assertThat(told)
        .allSatisfy(
            each ->
                assertThat(reported)
                    .usingRecursiveFieldByFieldElementComparatorIgnoringFields("eventTime")
                    .contains(each));
  }

  @Test
  @Tag("B1")
  void refusesWhatTheAccountCannotPayForWithAReason() {
    KitDesk desk = desk();
    Order order = desk.limit("a", Side.BUY, "9", "59000.00");

    desk.submit(order);

    assertThat(desk.refusal(order)).matches(REASON);
    assertThat(desk.reports(OrderReport.Accepted.class, order)).isEmpty();
    assertThat(desk.open()).isEmpty();
  }

  @Test
  @Tag("B1")
  void refusesAnOrderBelowTheLeastNotionalWithAReason() {
    KitDesk desk = desk();
    assumeDeclared(desk.instrument().minNotional().signum() > 0, "a least notional");
    Order order = desk.limit("a", Side.BUY, "0.00001", "50000.00");

    desk.submit(order);

    assertThat(desk.refusal(order)).matches(REASON);
    assertThat(desk.open()).isEmpty();
  }

  @Test
  @Tag("B1")
  void cancelsWhatIsOpenAndGivesItsReservationFree() {
    KitDesk desk = desk();
    Order order = desk.resting("a");

    desk.cancel(order);

    assertThat(desk.report(OrderReport.Canceled.class, order).reason()).matches(REASON);
    AccountEvent.MassReport report = desk.massReport();
    assertThat(report.openOrders()).filteredOn(each -> each.status().isLive()).isEmpty();
    assertThat(report.balances()).allMatch(balance -> balance.reserved().signum() == 0);
  }

  @Test
  @Tag("B1")
  void refusesToCancelWhatNeverWas() {
    KitDesk desk = desk();
    Order order = desk.limit("never", Side.BUY, "0.5", "50000.00");

    desk.cancel(order);

    assertThat(desk.report(OrderReport.CancelRejected.class, order).reason()).matches(REASON);
    assertThat(desk.reports(OrderReport.Canceled.class, order)).isEmpty();
  }

  @Test
  @Tag("B1")
  void refusesToCancelWhatIsFilled() {
    KitDesk desk = desk();
    Order order = desk.market("a", Side.BUY, "0.5");
    desk.submit(order);
    desk.filled(order, "0.5");

    desk.cancel(order);

    assertThat(desk.report(OrderReport.CancelRejected.class, order).reason()).matches(REASON);
    assertThat(desk.reports(OrderReport.Canceled.class, order)).isEmpty();
  }

  @Test
  @Tag("A3")
  void neverMakesTwoOrdersOfOneName() {
    KitDesk desk = desk();
    Order order = desk.resting("a");

    desk.submit(order);
    Order after = desk.resting("after");

    assertThat(desk.open()).containsExactlyInAnyOrder("a", "after");
    assertThat(desk.refusals(order)).isEmpty();
    assertThat(after.venueOrderId()).isNotEqualTo(order.venueOrderId());
  }

  /** Either the venue knows it by exactly that name, or it is refused with a reason. */
  @ParameterizedTest
  @Tag("A3")
  @ValueSource(
      strings = {
        "demo-ema-1700000000-1",
        "UPPER-and-lower_0",
        "a-name-of-exactly-thirty-six-letters",
        "forty-letters-are-the-most-that-there-be",
        "with.dot"
      })
  void keepsANameAsItIsOrRefusesIt(String name) {
    KitDesk desk = desk();
    Order order = desk.limit(name, Side.BUY, "0.5", "50000.00");

    desk.submit(order);
    OrderReport first = desk.awaited(OrderReport.class, any -> true);

    boolean refused = KitDesk.isRefusal(first);
    assertThat(first.orderId()).isEqualTo(order.id());
    assertThat(desk.refusals(order)).allMatch(each -> each.matches(REASON));
    assertThat(desk.open()).isEqualTo(refused ? List.of() : List.of(name));
  }

  @Test
  @Tag("B1")
  void answersAQueryWithWhatIsTrue() {
    KitDesk desk = desk();
    Order resting = desk.resting("a");
    Order filled = desk.market("b", Side.BUY, "0.5");
    desk.submit(filled);
    desk.filled(filled, "0.5");

    desk.query(resting);
    desk.query(filled);

    OrderReport.Status open = desk.awaited(OrderReport.Status.class, is(resting));
    OrderReport.Status closed = desk.awaited(OrderReport.Status.class, is(filled));
    assertThat(open.status()).isEqualTo(OrderStatus.ACCEPTED);
    assertThat(open.venueOrderId()).isEqualTo(resting.venueOrderId());
    assertThat(open.filled().isZero()).isTrue();
    assertThat(closed.status()).isEqualTo(OrderStatus.FILLED);
    assertThat(closed.filled()).isEqualByComparingTo(Quantity.of("0.5"));
    assertThat(closed.filledNotional())
        .isEqualTo(
            desk.fills(filled).stream()
                .map(Fill::notional)
                .reduce(desk.instrument().quote().zero(), (sum, each) -> sum.plus(each)));
  }

  private static Predicate<OrderReport.Status> is(Order order) {
    return each -> each.orderId().equals(order.id());
  }

  @Test
  @Tag("B1")
  void saysThatItDoesNotKnowAnOrderAndWhenItAsked() {
    KitDesk desk = desk();
    Order order = desk.market("never", Side.BUY, "0.5");

    desk.query(order);

    OrderReport.NotFound answer = desk.report(OrderReport.NotFound.class, order);
    assertThat(answer.queriedAt()).isPositive().isLessThanOrEqualTo(answer.eventTime());
  }
}
