package dev.bourse.core.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.event.OrderReport;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Fill;
import dev.bourse.api.model.Liquidity;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Side;
import dev.bourse.api.trace.Turn;
import dev.bourse.api.trace.TurnResult;
import dev.bourse.core.Fixture;
import dev.bourse.core.reconciliation.ReconcileSettings.Foreign;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The scenarios that a venue's report can find at a start, with the inputs and outcomes that users
 * of NautilusTrader know; where Bourse decided otherwise, the test says so.
 */
@Tag("N7")
@Tag("N21")
class StartupScenariosTest {
  private static final ReconcileSettings ADOPTING = ReconcileSettings.DEFAULTS.with(Foreign.ADOPT);

  private static OrderSpec limit(Side side, String quantity, String price) {
    return OrderSpec.limit(
        ReconcileHouse.PAIR,
        side,
        ReconcileHouse.PAIR.quantity(quantity),
        ReconcileHouse.PAIR.price(price));
  }

  private static List<String> notes(Turn turn) {
    return turn.results().stream()
        .filter(TurnResult.Noted.class::isInstance)
        .map(each -> ((TurnResult.Noted) each).text())
        .toList();
  }

  @Test
  void anOrderWhoseRejectionWasLostIsRejected() {
    ReconcileHouse house = ReconcileHouse.running();
    Order order = house.submitted(limit(Side.SELL, "50000", "1.10000"));

    house.lists(order.id(), "V-002", OrderStatus.REJECTED, "0", "1", "INSUFFICIENT_MARGIN").send();

    assertThat(house.trader.order(order.id()).status()).isEqualTo(OrderStatus.REJECTED);
    assertThat(house.trader.order(order.id()).reason()).isEqualTo("INSUFFICIENT_MARGIN");
    assertThat(house.isReconciled()).isTrue();
  }

  @Test
  void missedFillsCount() {
    ReconcileHouse house = ReconcileHouse.running();
    Order order = house.accepted(limit(Side.BUY, "100000", "1.00000"), "V-001");
    Fill missed =
        house.fill(order.id(), Side.BUY, "T-001", "50000", "1.00000", "2.50", Liquidity.TAKER);

    house
        .executes(missed)
        .lists(order.id(), "V-001", OrderStatus.PARTIALLY_FILLED, "50000", "1.00000")
        .send();

    Order after = house.trader.order(order.id());
    assertThat(after.status()).isEqualTo(OrderStatus.PARTIALLY_FILLED);
    assertThat(after.filled()).isEqualTo(Quantity.of("50000"));
    assertThat(house.held()).isEqualTo("LONG 50000 at 1");
  }

  @Test
  void aFillThatWasCountedIsNotCountedTwice() {
    ReconcileHouse house = ReconcileHouse.running();
    Order order = house.accepted(limit(Side.BUY, "100000", "1.00010"), "V-003");
    house.filled(order, "T-003-1", "30000", "1.00000", "1.50", Liquidity.TAKER);
    ClientOrderId id = order.id();

    house
        .executes(house.fill(id, Side.BUY, "T-003-1", "30000", "1.00000", "1.50", Liquidity.TAKER))
        .executes(house.fill(id, Side.BUY, "T-003-2", "40000", "1.00001", "2.00", Liquidity.TAKER))
        .executes(house.fill(id, Side.BUY, "T-003-3", "30000", "1.00002", "1.50", Liquidity.TAKER))
        .lists(id, "V-003", OrderStatus.FILLED, "100000", "1.00001")
        .send();

    Order after = house.trader.order(id);
    assertThat(after.status()).isEqualTo(OrderStatus.FILLED);
    assertThat(after.filled()).isEqualTo(Quantity.of("100000"));
    assertThat(after.filledNotional()).isEqualTo(Money.of("100001", ReconcileHouse.USD));
    assertThat(house.trader.core().state().portfolio().open().get(0).fees())
        .isEqualTo(Money.of("5", ReconcileHouse.USD));
    assertThat(house.trader.core().state().fills().all()).hasSize(3);
  }

  @Test
  void aFillWithOtherDataIsKeptAsItWasCounted() {
    ReconcileHouse house = ReconcileHouse.running();
    Order order =
        house.accepted(
            OrderSpec.market(ReconcileHouse.PAIR, Side.BUY, ReconcileHouse.PAIR.quantity("10000")),
            "1");
    house.filled(order, "TRADE-1", "5000", "1.00000", "0", Liquidity.MAKER);

    Turn turn =
        house
            .executes(
                house.fill(
                    order.id(), Side.BUY, "TRADE-1", "5000", "1.00100", "10.0", Liquidity.TAKER))
            .lists(order.id(), "1", OrderStatus.PARTIALLY_FILLED, "5000", "1.00000")
            .send();

    assertThat(house.trader.order(order.id()).filled()).isEqualTo(Quantity.of("5000"));
    assertThat(house.trader.core().state().fills().all())
        .singleElement()
        .satisfies(fill -> assertThat(fill.price()).hasToString("1.00000"))
        .satisfies(fill -> assertThat(fill.liquidity()).isEqualTo(Liquidity.MAKER));
    assertThat(notes(turn))
        .containsExactly(
            "fill TRADE-1 counts as BUY 5000 at 1.00000, fee 0.00000000 USD, the venue says BUY"
                + " 5000 at 1.00100, fee 10.00000000 USD");
  }

  /** Our decision: two orders of one id are refused, naming both. */
  @Test
  void twoOrdersOfOneIdAreRefusedAndNothingIsApplied() {
    ReconcileHouse house = ReconcileHouse.fresh(ADOPTING);
    ClientOrderId id = new ClientOrderId("O-123");

    Turn turn =
        house
            .describes("O-123", limit(Side.BUY, "100", "1.00000"))
            .lists(id, "V-1", OrderStatus.FILLED, "100", "1.00000")
            .lists(id, "V-2", OrderStatus.FILLED, "50", "1.00000")
            .send();

    String why =
        "the venue lists two orders with the id O-123, V-1 and V-2: nobody can tell which of them"
            + " is ours; end one of them at the venue";
    assertThat(house.orders()).isEmpty();
    assertThat(house.isReconciled()).isFalse();
    assertThat(house.detail()).isEqualTo("account acct waits for the venue's report: " + why);
    assertThat(notes(turn))
        .containsExactly(
            "account acct could not be reconciled: "
                + why
                + "; trader:reconcile shows all differences");
  }

  @ParameterizedTest
  @CsvSource({
    "0, ACCEPTED, 0, ACCEPTED, 0",
    "1, PARTIALLY_FILLED, 5000, PARTIALLY_FILLED, 5000",
    "2, FILLED, 30000, FILLED, 30000",
    "3, REJECTED, 0, REJECTED, 0",
    "4, CANCELED, 0, CANCELED, 0",
  })
  void manyOrdersAreBroughtInLineOneByOne(
      int number, OrderStatus told, String toldFilled, OrderStatus expected, String filled) {
    ReconcileHouse house = ReconcileHouse.running();
    String[] quantities = {"10000", "20000", "30000", "40000", "50000"};
    Order order = null;
    for (int i = 0; i < quantities.length; i++) {
      Side side = i % 2 == 0 ? Side.BUY : Side.SELL;
      Order sent = house.submitted(limit(side, quantities[i], "1.0000" + i));
      order = i == number ? sent : order;
    }

    house.lists(order.id(), "V-MULTI-" + number, told, toldFilled, "1.0000" + number).send();

    Order after = house.trader.order(order.id());
    assertThat(after.status()).isEqualTo(expected);
    assertThat(after.filled()).isEqualTo(Quantity.of(filled));
  }

  @Test
  void whatTheVenueCountsBeyondOurFillsIsInferred() {
    ReconcileHouse house = ReconcileHouse.running();
    Order order = house.accepted(limit(Side.BUY, "100", "1.00000"), "V-1");
    house.filled(order, "T-1", "50", "1.00000", "0", Liquidity.TAKER);

    house.lists(order.id(), "V-1", OrderStatus.PARTIALLY_FILLED, "75", "1.00000").send();

    Fill inferred = house.trader.core().state().fills().all().get(1);
    assertThat(inferred.quantity()).isEqualTo(Quantity.of("25"));
    assertThat(inferred.price()).hasToString("1.00000");
    assertThat(inferred.orderId()).isEqualTo(order.id());
    assertThat(inferred.provisional()).isTrue();
  }

  @Test
  void lessFilledAtTheVenueThanWeCountedIsRefused() {
    ReconcileHouse house = ReconcileHouse.running();
    Order order = house.accepted(limit(Side.BUY, "150", "1.00000"), "V-1");
    house.filled(order, "T-1", "100", "1.00000", "0", Liquidity.TAKER);

    house.lists(order.id(), "V-1", OrderStatus.PARTIALLY_FILLED, "75", "1.00000").send();

    assertThat(house.trader.order(order.id()).filled()).isEqualTo(Quantity.of("100"));
    assertThat(house.isReconciled()).isFalse();
    assertThat(house.detail())
        .isEqualTo(
            "account acct waits for the venue's report: the venue says that 75 of order "
                + order.id()
                + " are filled, our executions make 100");
  }

  @Test
  void anExecutionBeyondTheOrderIsRefusedAndNothingIsApplied() {
    ReconcileHouse house = ReconcileHouse.running();
    Order order = house.accepted(limit(Side.BUY, "100", "1.00000"), "V-1");
    house.filled(order, "T-1", "80", "1.00000", "0", Liquidity.TAKER);

    house
        .executes(house.fill(order.id(), Side.BUY, "T-2", "30", "1.00000", "0", Liquidity.TAKER))
        .send();

    assertThat(house.trader.order(order.id()).filled()).isEqualTo(Quantity.of("80"));
    assertThat(house.detail())
        .endsWith(" of 100 has 80 filled, and the venue tells of 30 more in fill T-2");
  }

  @Test
  void anExecutionOfAnUnknownOrderIsNotApplied() {
    ReconcileHouse house = ReconcileHouse.running();

    house
        .executes(
            house.fill(
                new ClientOrderId("UNKNOWN-ORDER"),
                Side.BUY,
                "T-9",
                "10",
                "1.00000",
                "0",
                Liquidity.TAKER))
        .send();

    assertThat(house.orders()).isEmpty();
    assertThat(house.held()).isEqualTo("flat");
  }

  @Test
  @Tag("N11")
  void anOrderThatIsClosedHereAndWorksThereIsTold() {
    ReconcileHouse house = ReconcileHouse.running();
    Order order = house.submitted(limit(Side.BUY, "100", "1.00000"));
    house.trader.on(
        new OrderReport.Rejected(Fixture.ACCOUNT, order.id(), "NO", house.trader.now()));

    Turn turn = house.lists(order.id(), "V-1", OrderStatus.ACCEPTED, "0", "1").send();

    assertThat(notes(turn))
        .containsExactly(
            "the venue lists order "
                + order.id()
                + " as ACCEPTED, which is REJECTED here: look at the venue and cancel it there");
  }
}
