package dev.bourse.api.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OrderOutcomeTest {
  @ParameterizedTest
  @CsvSource({
    "INITIALIZED, 0, Sent",
    "SUBMITTED, 0, Sent",
    "SUBMITTED, 0.1, Partly",
    "ACCEPTED, 0, Working",
    "PARTIALLY_FILLED, 0.1, Partly",
    "PENDING_CANCEL, 0, Working",
    "PENDING_CANCEL, 0.1, Partly",
    "CANCELED, 0, Ended",
    "CANCELED, 0.1, Partly",
    "EXPIRED, 0, Ended",
    "FILLED, 0.5, Filled",
    "DENIED, 0, Denied",
    "REJECTED, 0, Rejected"
  })
  void followsFromStatusAndFilledQuantity(OrderStatus status, String filled, String expected) {
    Order order = Sample.order(status, filled, false);

    OrderOutcome outcome = OrderOutcome.of(order);

    assertThat(outcome.getClass().getSimpleName()).isEqualTo(expected);
    assertThat(outcome.orderId()).isEqualTo(order.id());
  }

  @ParameterizedTest
  @EnumSource(OrderStatus.class)
  void isUnknownWhereNothingIsProven(OrderStatus status) {
    Order order = Sample.order(status, "0.1", true);

    OrderOutcome outcome = OrderOutcome.of(order);

    assertThat(outcome).isEqualTo(new OrderOutcome.Unknown(order.id(), "reason"));
  }

  @Test
  void saysWhetherTheRestMayStillFill() {
    Order working = Sample.order(OrderStatus.PARTIALLY_FILLED, "0.1", false);
    Order canceled = Sample.order(OrderStatus.CANCELED, "0.1", false);

    OrderOutcome live = OrderOutcome.of(working);
    OrderOutcome ended = OrderOutcome.of(canceled);

    assertThat(live).isEqualTo(new OrderOutcome.Partly(working, true));
    assertThat(ended).isEqualTo(new OrderOutcome.Partly(canceled, false));
  }

  @Test
  void leavesNothingToFillOnceClosed() {
    Order working = Sample.order(OrderStatus.PARTIALLY_FILLED, "0.1", false);
    Order canceled = Sample.order(OrderStatus.CANCELED, "0.1", false);

    assertThat(working.remaining()).isEqualTo(Quantity.of("0.4000"));
    assertThat(canceled.remaining()).isEqualTo(Quantity.zero(4));
    assertThat(canceled.unfilled()).isEqualTo(Quantity.of("0.4000"));
  }
}
