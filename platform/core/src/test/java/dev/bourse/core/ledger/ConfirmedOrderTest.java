package dev.bourse.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.event.OrderReport;
import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.Side;
import dev.bourse.api.model.StrategyId;
import dev.bourse.core.Fixture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whether the answer to a question says something of an order that is not known. */
@Tag("D3")
class ConfirmedOrderTest {
  private static final Instrument BTC = Fixture.BTCUSD;
  private final Order resting =
      new Order(
              new ClientOrderId("a"),
              new AccountId("main"),
              new StrategyId("s"),
              OrderSpec.limit(BTC, Side.BUY, BTC.quantity("2"), BTC.price("90.00")),
              OrderStatus.SUBMITTED,
              false,
              "7",
              BTC.quantity("0"),
              BTC.settlement().zero(),
              true,
              null,
              0,
              0,
              "")
          .with(OrderStatus.ACCEPTED, "", 5);

  private OrderReport.Status status(String number, OrderStatus status, String filled) {
    return new OrderReport.Status(
        resting.account(),
        resting.id(),
        number,
        status,
        BTC.quantity(filled),
        BTC.notional(BTC.price("90.00"), BTC.quantity(filled)),
        "",
        9);
  }

  @Test
  void anOrderThatRestsAsItDidIsConfirmed() {
    OrderReport.Status same = status("7", OrderStatus.ACCEPTED, "0");

    boolean confirmed = OrderMoves.confirms(resting, same);

    assertThat(confirmed).isTrue();
  }

  @Test
  void aFillThatWasNotToldIsNews() {
    OrderReport.Status more = status("7", OrderStatus.PARTIALLY_FILLED, "1");

    boolean confirmed = OrderMoves.confirms(resting, more);

    assertThat(confirmed).isFalse();
  }

  @Test
  void anEndThatWasNotToldIsNews() {
    OrderReport.Status over = status("7", OrderStatus.CANCELED, "0");

    boolean confirmed = OrderMoves.confirms(resting, over);

    assertThat(confirmed).isFalse();
  }

  @Test
  void anotherNumberOfTheVenueIsNews() {
    OrderReport.Status renumbered = status("8", OrderStatus.ACCEPTED, "0");

    boolean confirmed = OrderMoves.confirms(resting, renumbered);

    assertThat(confirmed).isFalse();
  }

  @Test
  void aTriggerThatWasNotToldIsNews() {
    OrderReport.Status triggered = status("7", OrderStatus.TRIGGERED, "0");

    boolean confirmed = OrderMoves.confirms(resting, triggered);

    assertThat(confirmed).isFalse();
  }

  @Test
  void anOrderOfUnknownFateIsProvenByWhatIsOtherwiseNoNews() {
    Order unknown = resting.withUnknown(true, 6);

    boolean confirmed = OrderMoves.confirms(unknown, status("7", OrderStatus.ACCEPTED, "0"));

    assertThat(confirmed).isFalse();
  }
}
