package dev.bourse.core.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Fill;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.model.Liquidity;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Side;
import dev.bourse.api.model.TraderStatus;
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
 * Orders at the venue that the books do not know, with the inputs and outcomes that users of
 * NautilusTrader know; where Bourse decided otherwise, the test says so.
 */
@Tag("N7")
@Tag("N21")
class UnknownOrdersTest {
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

  @Test
  void anOrderWithOurNameThatTheBooksNeverHadIsAnotherInstance() {
    ReconcileHouse house = ReconcileHouse.running();
    ClientOrderId theirs = new ClientOrderId("t-ema-5-1");

    house
        .describes(theirs.value(), limit(Side.BUY, "100", "0.90000"))
        .lists(theirs, "V-1", OrderStatus.ACCEPTED, "0", "1")
        .send();

    assertThat(house.trader.core().state().flags().status()).isEqualTo(TraderStatus.HALTED);
    assertThat(house.detail())
        .isEqualTo(
            "ANOTHER INSTANCE trades as t: order t-ema-5-1 is open at the venue and was not placed"
                + " by this one; risk:reset lifts it");
    assertThat(house.orders()).isEmpty();
  }

  @Test
  @Tag("N22")
  void anOrderOfALostStoreGoesBackToItsStrategy() {
    ReconcileHouse house = ReconcileHouse.fresh(ReconcileSettings.DEFAULTS);
    ClientOrderId former = new ClientOrderId("t-ema-5-1");

    house
        .describes(former.value(), limit(Side.BUY, "100", "0.90000"))
        .lists(former, "V-1", OrderStatus.ACCEPTED, "0", "1")
        .send();

    assertThat(house.found()).containsExactly("ema BUY 100 filled 0 ACCEPTED");
    assertThat(house.trader.core().state().flags().status()).isEqualTo(TraderStatus.RUNNING);
  }
}
