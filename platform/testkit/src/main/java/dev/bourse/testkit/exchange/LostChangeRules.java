package dev.bourse.testkit.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.event.OrderReport;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderChange;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is told when the answer to a cancel or a change is lost: neither that it was refused nor
 * that it was done. What the venue tells by itself is lost too in these rules, for it would be a
 * proof.
 */
abstract class LostChangeRules extends FaultRules {
  @Test
  @Tag("B1")
  @Tag("B6")
  void saysThatTheAnswerToACancelIsLostAndFindsTheOrderCanceledWhenAsked() {
    KitDesk desk = desk();
    Order order = desk.resting("a");
    strike(Mishap.LOST_CANCEL_ANSWER);
    strike(Mishap.LOST_REPORTS);

    desk.cancel(order);
    OrderReport told = desk.awaited(OrderReport.class, LostChangeRules::isFate);
    OrderReport.Status standing = status(desk, order);

    assertThat(told).isInstanceOf(OrderReport.AnswerLost.class);
    assertThat(standing.status()).isEqualTo(OrderStatus.CANCELED);
    assertThat(desk.reports(OrderReport.CancelRejected.class, order)).isEmpty();
    assertThat(desk.open()).isEmpty();
  }

  /** A cancel that is asked for again is sent: the first one is over. */
  @Test
  @Tag("B1")
  @Tag("B6")
  void saysNothingOfACancelThatMayNeverHaveArrivedAndTakesAnother() {
    KitDesk desk = desk();
    Order order = desk.resting("a");
    strike(Mishap.LOST_CANCEL);

    desk.cancel(order);
    OrderReport told = desk.awaited(OrderReport.class, LostChangeRules::isFate);
    OrderReport.Status standing = status(desk, order);
    int before = desk.reports(OrderReport.Canceled.class, order).size();
    until("a cancel is taken again", () -> desk.cancel(order));
    desk.report(OrderReport.Canceled.class, order);

    assertThat(told).isInstanceOf(OrderReport.AnswerLost.class);
    assertThat(standing.status()).isEqualTo(OrderStatus.ACCEPTED);
    assertThat(before).as("told as cancelled while it was open").isZero();
    assertThat(desk.reports(OrderReport.CancelRejected.class, order)).isEmpty();
    assertThat(desk.open()).isEmpty();
  }

  @ParameterizedTest
  @Tag("B1")
  @Tag("B6")
  @MethodSource("changes")
  void saysThatTheAnswerToAChangeIsLostAndFindsTheNewTermsWhenAsked(OrderChange change) {
    KitDesk desk = changing();
    Order order = desk.resting("a");
    strike(Mishap.LOST_CHANGE_ANSWER);
    strike(Mishap.LOST_REPORTS);

    desk.amend(order, change);
    OrderReport told = desk.awaited(OrderReport.class, LostChangeRules::isFate);
    OrderReport.Status standing = status(desk, order);

    assertThat(told).isInstanceOf(OrderReport.AnswerLost.class);
    assertThat(standing.status()).isEqualTo(OrderStatus.ACCEPTED);
    assertHolds(standing, change.applied(order.spec()));
    assertThat(desk.reports(OrderReport.UpdateRejected.class, order)).isEmpty();
    assertThat(desk.reports(OrderReport.Canceled.class, order)).isEmpty();
    assertThat(desk.open()).containsExactly("a");
  }

  /** A change that is asked for again is sent: the first one is over. */
  @ParameterizedTest
  @Tag("B1")
  @Tag("B6")
  @MethodSource("changes")
  void saysNothingOfAChangeThatMayNeverHaveArrivedAndTakesAnother(OrderChange change) {
    KitDesk desk = changing();
    Order order = desk.resting("a");
    strike(Mishap.LOST_CHANGE);

    desk.amend(order, change);
    OrderReport told = desk.awaited(OrderReport.class, LostChangeRules::isFate);
    OrderReport.Status standing = status(desk, order);
    int before = desk.reports(OrderReport.Updated.class, order).size();
    until("a change is taken again", () -> desk.amend(order, change));
    desk.report(OrderReport.Updated.class, order);

    assertThat(told).isInstanceOf(OrderReport.AnswerLost.class);
    assertThat(standing.status()).isEqualTo(OrderStatus.ACCEPTED);
    assertHolds(standing, order.spec());
    assertThat(before).as("told as changed while it was as before").isZero();
    assertThat(desk.reports(OrderReport.UpdateRejected.class, order)).isEmpty();
    assertThat(desk.open()).containsExactly("a");
  }

  /** Venues often have two ways for these. */
  static Stream<OrderChange> changes() {
    return Stream.of(
        OrderChange.price(Price.of("51000.00")), OrderChange.quantity(Quantity.of("0.2")));
  }

  private static void assertHolds(OrderReport.Status standing, OrderSpec spec) {
    OrderChange terms = Objects.requireNonNull(standing.terms(), "it does not say what holds");
    assertThat(terms.quantity()).isEqualByComparingTo(spec.quantity());
    assertThat(terms.price()).isEqualTo(spec.price());
  }

  private static OrderReport.Status status(KitDesk desk, Order order) {
    OrderReport standing = desk.standing(order);
    assertThat(standing).isInstanceOf(OrderReport.Status.class);
    return (OrderReport.Status) standing;
  }

  private static boolean isFate(OrderReport report) {
    return report instanceof OrderReport.AnswerLost
        || report instanceof OrderReport.Canceled
        || report instanceof OrderReport.CancelRejected
        || report instanceof OrderReport.Updated
        || report instanceof OrderReport.UpdateRejected;
  }
}
