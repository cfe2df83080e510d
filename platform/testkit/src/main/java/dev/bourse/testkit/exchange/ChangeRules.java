package dev.bourse.testkit.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.event.OrderReport;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderChange;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Orders that are changed: in one step or not at all. */
abstract class ChangeRules extends BracketRules {
  @Test
  @Tag("B3")
  void answersEveryChangeAndKeepsTheOrder() {
    KitDesk desk = desk();
    Order order = desk.resting("a");

    desk.amend(order, OrderChange.price(Price.of("51000.00")));
    OrderReport answer = desk.awaited(OrderReport.class, ChangeRules::isAnswer);

    assertThat(answer instanceof OrderReport.Updated).isEqualTo(can(desk).amend());
    assertThat(desk.reports(OrderReport.UpdateRejected.class, order))
        .allMatch(each -> each.reason().matches(REASON));
    assertThat(desk.open()).containsExactly("a");
  }

  private static boolean isAnswer(OrderReport report) {
    return report instanceof OrderReport.Updated || report instanceof OrderReport.UpdateRejected;
  }

  @Test
  @Tag("B3")
  void makesAnOrderSmaller() {
    KitDesk desk = changing();
    Order order = desk.resting("a");

    desk.amend(order, OrderChange.quantity(Quantity.of("0.2")));
    OrderReport.Updated updated = desk.report(OrderReport.Updated.class, order);
    desk.query(order.withVenueOrderId(updated.venueOrderId()));

    assertThat(updated.change().quantity()).isEqualByComparingTo(Quantity.of("0.2"));
    assertThat(terms(desk, order).quantity()).isEqualByComparingTo(Quantity.of("0.2"));
  }

  @Test
  @Tag("B3")
  void movesAnOrderToAnotherPriceUnderItsName() {
    KitDesk desk = changing();
    Order order = desk.resting("a");

    desk.amend(order, OrderChange.price(Price.of("51000.00")));
    OrderReport.Updated updated = desk.report(OrderReport.Updated.class, order);
    desk.query(order.withVenueOrderId(updated.venueOrderId()));

    assertThat(terms(desk, order).price()).isEqualTo(Price.of("51000.00"));
    assertThat(desk.open()).containsExactly("a");
    assertThat(desk.reports(OrderReport.Canceled.class, order)).isEmpty();
  }

  @Test
  @Tag("B3")
  void fillsAChangedOrderForItsWholeQuantityAndNoMore() {
    KitDesk desk = changing();
    Order order = desk.resting("a");
    desk.amend(order, OrderChange.price(Price.of("56000.00")));
    desk.report(OrderReport.Updated.class, order);

    venue.quote("54000.00", "2", "54000.10", "2");
    venue.trade("54000.00", "2");
    desk.filled(order, "0.5");

    assertThat(KitDesk.sum(desk.fills(order))).isEqualByComparingTo(Quantity.of("0.5"));
    assertThat(KitDesk.sum(desk.massReport().fills())).isEqualByComparingTo(Quantity.of("0.5"));
    assertThat(desk.open()).isEmpty();
  }

  @Test
  @Tag("B3")
  void cancelsAChangedOrderByItsName() {
    KitDesk desk = changing();
    Order order = desk.resting("a");
    desk.amend(order, OrderChange.price(Price.of("51000.00")));
    OrderReport.Updated updated = desk.report(OrderReport.Updated.class, order);

    desk.cancel(order.withVenueOrderId(updated.venueOrderId()));
    desk.report(OrderReport.Canceled.class, order);

    assertThat(desk.open()).isEmpty();
  }

  @Test
  @Tag("B3")
  void refusesToChangeWhatIsClosed() {
    KitDesk desk = changing();
    Order order = desk.resting("a");
    desk.cancel(order);
    desk.report(OrderReport.Canceled.class, order);

    desk.amend(order, OrderChange.price(Price.of("51000.00")));

    assertThat(desk.report(OrderReport.UpdateRejected.class, order).reason()).matches(REASON);
    assertThat(desk.open()).isEmpty();
  }

  /** Two live generations of one order could fill more than was wanted. */
  @Test
  @Tag("B3")
  void neverHasTwoGenerationsOfOneOrderWhateverItIsChangedTo() {
    KitDesk desk = changing();
    Order order = desk.resting("a");

    for (String each : List.of("51000.00", "52000.00", "53000.00")) {
      int before = desk.reports(OrderReport.Updated.class, order).size();
      desk.amend(order, OrderChange.price(Price.of(each)));
      desk.awaited(OrderReport.Updated.class, any -> Price.of(each).equals(any.change().price()));
      List<OrderReport.Updated> updates = desk.reports(OrderReport.Updated.class, order);
      order = order.withVenueOrderId(updates.get(updates.size() - 1).venueOrderId());
      assertThat(updates).hasSizeGreaterThan(before);
    }

    assertThat(desk.massReport().openOrders())
        .filteredOn(each -> each.status().isLive())
        .extracting(OrderReport.Status::status)
        .containsExactly(OrderStatus.ACCEPTED);
  }

  @Test
  @Tag("B3")
  void leavesAnOrderAsItIsIfTheChangeCannotBePaidFor() {
    KitDesk desk = changing();
    Order order = desk.resting("a");

    desk.amend(order, OrderChange.quantity(Quantity.of("9")));

    OrderReport answer =
        desk.awaited(
            OrderReport.class,
            each ->
                each instanceof OrderReport.UpdateRejected || each instanceof OrderReport.Canceled);
    boolean gone = answer instanceof OrderReport.Canceled;
    assertThat(desk.open()).isEqualTo(gone ? List.of() : List.of("a"));
    assertThat(desk.reports(OrderReport.Updated.class, order)).isEmpty();
  }

  /** The account at an adapter that declares amends. */
  KitDesk changing() {
    KitDesk desk = desk();
    assumeDeclared(can(desk).amend(), "amends");
    return desk;
  }

  private static OrderChange terms(KitDesk desk, Order order) {
    OrderReport.Status status = desk.report(OrderReport.Status.class, order);
    return Objects.requireNonNull(status.terms(), "it does not say what holds");
  }
}
