package dev.bourse.core.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Fill;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.model.Liquidity;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Side;
import dev.bourse.api.trace.Turn;
import dev.bourse.api.trace.TurnResult;
import dev.bourse.core.reconciliation.ReconcileSettings.Foreign;
import java.util.List;
import java.util.Set;
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

  private static Order order(ReconcileHouse house, String id) {
    return house.trader.order(new ClientOrderId(id));
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

  /** Our decision: foreign orders are ignored unless somebody wishes otherwise. */
  @Test
  @Tag("N8")
  void anExternalOrderIsLeftAloneByDefault() {
    ReconcileHouse house = ReconcileHouse.running();
    ClientOrderId id = new ClientOrderId("EXTERNAL-001");

    Turn turn =
        house
            .describes(id.value(), limit(Side.BUY, "25000", "0.99000"))
            .lists(id, "V-EXT-001", OrderStatus.ACCEPTED, "0", "1")
            .send();

    assertThat(house.orders()).isEmpty();
    assertThat(notes(turn))
        .containsExactly(
            "1 open orders on account acct are not ours and are left alone: [EXTERNAL-001]");
    assertThat(house.isReconciled()).isTrue();
  }

  @Test
  @Tag("N8")
  void anExternalOrderIsAdoptedWhereThatIsWished() {
    ReconcileHouse house = ReconcileHouse.running(ADOPTING);
    ClientOrderId id = new ClientOrderId("EXTERNAL-001");

    house
        .describes(id.value(), limit(Side.BUY, "25000", "0.99000"))
        .lists(id, "V-EXT-001", OrderStatus.ACCEPTED, "0", "1")
        .send();

    assertThat(house.found()).containsExactly("external BUY 25000 filled 0 ACCEPTED");
    assertThat(order(house, "EXTERNAL-001").venueOrderId()).isEqualTo("V-EXT-001");
  }

  @Test
  @Tag("N22")
  void anOrderThatWasFilledInPartAndCancelledIsTakenOverWhole() {
    ReconcileHouse house = ReconcileHouse.fresh(ADOPTING);
    ClientOrderId id = new ClientOrderId("O-123456");

    house
        .describes("O-123456", limit(Side.BUY, "10000", "1.00000").postingOnly())
        .executes(house.fill(id, Side.BUY, "1", "5000", "1.00000", "0", Liquidity.MAKER))
        .lists(id, "1", OrderStatus.CANCELED, "5000", "1.00000")
        .send();

    assertThat(house.found()).containsExactly("external BUY 10000 filled 5000 CANCELED");
    assertThat(house.trader.core().state().fills().all())
        .extracting(Fill::fillId)
        .containsExactly("1");
    assertThat(house.held()).isEqualTo("LONG 5000 at 1");
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

  @Test
  void ordersThatAreFilteredByTheirIdsAreNotSeen() {
    ReconcileHouse house =
        ReconcileHouse.running(ADOPTING.ignoring(Set.of(new ClientOrderId("filter-this-id"))));

    house
        .describes("included-order", limit(Side.BUY, "100", "1.00000"))
        .describes("filter-this-id", limit(Side.SELL, "50", "1.00000"))
        .lists(new ClientOrderId("included-order"), "V-1", OrderStatus.ACCEPTED, "0", "1")
        .lists(new ClientOrderId("filter-this-id"), "V-2", OrderStatus.ACCEPTED, "0", "1")
        .send();

    assertThat(house.orders())
        .extracting(each -> each.id().value())
        .containsExactly("included-order");
  }

  @ParameterizedTest
  @CsvSource({"AUDUSD.SIM, 1", "'', 2"})
  void onlyTheIncludedInstrumentsAreCompared(String included, int expected) {
    Set<InstrumentId> only = included.isEmpty() ? Set.of() : Set.of(ReconcileHouse.PAIR.id());
    ReconcileHouse house = ReconcileHouse.running(ADOPTING.only(only));
    OrderSpec other =
        OrderSpec.market(ReconcileHouse.OTHER, Side.SELL, ReconcileHouse.OTHER.quantity("50"));

    house
        .describes("included-order", limit(Side.BUY, "100", "1.00000"))
        .describes("filtered-order", other)
        .lists(new ClientOrderId("included-order"), "V-1", OrderStatus.ACCEPTED, "0", "1")
        .lists(new ClientOrderId("filtered-order"), "V-2", OrderStatus.ACCEPTED, "0", "1")
        .send();

    assertThat(house.orders()).hasSize(expected);
    assertThat(house.orders().get(0).id()).hasToString("included-order");
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

  /** Our decision: the same order twice is the newest of it. */
  @Test
  void theSameOrderTwiceIsItsNewestReport() {
    ReconcileHouse house = ReconcileHouse.running(ADOPTING);
    ClientOrderId id = new ClientOrderId("O-124");

    house
        .describes("O-124", limit(Side.BUY, "10", "1.00000"))
        .lists(id, "V-1", OrderStatus.FILLED, "10", "1.00000")
        .lists(id, "V-1", OrderStatus.PARTIALLY_FILLED, "5", "1.00000")
        .send();

    assertThat(house.found()).containsExactly("external BUY 10 filled 10 FILLED");
  }

  @ParameterizedTest
  @CsvSource({
    "REJECTED, 0, SOME_REASON",
    "ACCEPTED, 0, ''",
    "CANCELED, 0, CANCELED_BY_USER",
    "EXPIRED, 0, GTD",
    "FILLED, 10000, ''",
    "PARTIALLY_FILLED, 5000, ''",
  })
  @Tag("N22")
  void anOrderWithoutAnyRecordIsMadeFromTheReport(
      OrderStatus status, String filled, String reason) {
    ReconcileHouse house = ReconcileHouse.fresh(ADOPTING);
    ClientOrderId id = new ClientOrderId("O-123456");

    house
        .describes("O-123456", limit(Side.BUY, "10000", "1.00000"))
        .lists(id, "1", status, filled, "1.00000", reason)
        .send();

    assertThat(house.orders())
        .singleElement()
        .satisfies(order -> assertThat(order.status()).isEqualTo(status))
        .satisfies(order -> assertThat(order.filled()).isEqualTo(Quantity.of(filled)));
  }

  @Test
  @Tag("N22")
  void aStopThatWasSetOffIsTakenOverAsSuch() {
    ReconcileHouse house = ReconcileHouse.fresh(ADOPTING);
    OrderSpec stop =
        OrderSpec.stopLimit(
            ReconcileHouse.PAIR,
            Side.BUY,
            ReconcileHouse.PAIR.quantity("10000"),
            ReconcileHouse.PAIR.price("1.00000"),
            ReconcileHouse.PAIR.price("0.99500"));

    house
        .describes("O-123456", stop)
        .lists(new ClientOrderId("O-123456"), "1", OrderStatus.TRIGGERED, "0", "1")
        .send();

    assertThat(order(house, "O-123456").triggered()).isTrue();
    assertThat(order(house, "O-123456").isLive()).isTrue();
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
  void theRestOfAnOrderThatIsNotExplainedIsInferredBesideItsExecutions() {
    ReconcileHouse house = ReconcileHouse.running(ADOPTING);
    ClientOrderId id = new ClientOrderId("O-3");

    house
        .describes("O-3", limit(Side.BUY, "3000", "1.10000"))
        .executes(house.fill(id, Side.BUY, "T-1", "2000", "1.00000", "0", Liquidity.TAKER))
        .lists(id, "V-3", OrderStatus.FILLED, "3000", "1.01000")
        .send();

    assertThat(house.found()).containsExactly("external BUY 3000 filled 3000 FILLED");
    assertThat(house.held()).isEqualTo("LONG 3000 at 1.01");
  }
}
