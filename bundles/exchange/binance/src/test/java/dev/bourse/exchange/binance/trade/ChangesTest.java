package dev.bourse.exchange.binance.trade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.event.OrderReport;
import dev.bourse.api.event.VenueEvent;
import dev.bourse.api.exchange.ExchangeCommand;
import dev.bourse.api.model.OrderChange;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a change is told to have come to when the venue did one half of it. */
@Tag("B1")
class ChangesTest {
  private final AccountBench bench = new AccountBench().connected();

  private VenueEvent changed(String newHalf) {
    bench.refuses(
        "order.cancelReplace",
        409,
        "{\"code\":-2021,\"msg\":\"Order cancel-replace partially failed.\",\"data\":{"
            + "\"cancelResult\":\"SUCCESS\",\"newOrderResult\":\"FAILURE\",\"cancelResponse\":{},"
            + "\"newOrderResponse\":"
            + newHalf
            + "}}");
    return bench
        .told(
            new ExchangeCommand.Amend(
                AccountBench.resting("t-s-1-1"), OrderChange.price(Price.of("91.00")), 0))
        .get(0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"code\":-1006,\"msg\":\"An unexpected response was received.\"}",
        "{\"code\":-1007,\"msg\":\"Timeout waiting for response from backend server.\"}",
        "{\"code\":-1008,\"msg\":\"Server is currently overloaded with other requests.\"}",
        "{\"code\":-2010,\"msg\":\"Duplicate order sent.\"}",
        "{}"
      })
  void aNewOrderOfUnknownFateIsNotTakenForACancelledOne(String newHalf) {
    VenueEvent told = changed(newHalf);

    assertThat(told).isInstanceOf(OrderReport.AnswerLost.class);
    assertThat(((OrderReport.AnswerLost) told).reason())
        .startsWith("it was cancelled, and whether the changed order is there is not known: ");
  }

  @Test
  void aNewOrderThatWasRefusedLeavesNone() {
    VenueEvent told = changed("{\"code\":-2010,\"msg\":\"Account has insufficient balance.\"}");

    assertThat(told).isInstanceOf(OrderReport.Canceled.class);
    assertThat(((OrderReport.Canceled) told).reason())
        .isEqualTo(
            "CHANGE_FAILED: it was cancelled, but the changed order was refused: NEW_ORDER_REJECTED:"
                + " code=-2010 message=Account has insufficient balance.");
  }

  @Test
  void aSmallerQuantityLeavesWithTheNameThatTheOrderHas() {
    ExchangeCommand less =
        new ExchangeCommand.Amend(
            AccountBench.resting("t-s-1-1"), OrderChange.quantity(Quantity.of("0.5")), 0);

    bench.told(less);

    assertThat(bench.sent)
        .last()
        .asString()
        .contains("order.amend.keepPriority", "\"newClientOrderId\":\"t-s-1-1\"");
  }
}
