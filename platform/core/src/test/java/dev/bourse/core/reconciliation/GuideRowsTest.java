package dev.bourse.core.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.event.AccountEvent;
import dev.bourse.api.event.TimerEvent;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Fill;
import dev.bourse.api.model.Liquidity;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.Position;
import dev.bourse.api.model.PositionSide;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Side;
import dev.bourse.core.Fixture;
import dev.bourse.core.reconciliation.ReconcileSettings.Foreign;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Rows of the tables that users of NautilusTrader know, with their inputs and outcomes, as far as
 * {@link StartupScenariosTest}, {@link UnknownOrdersTest}, {@link RuntimeScenariosTest} and {@link
 * PositionScenariosTest} do not have them.
 */
@Tag("N7")
@Tag("N10")
@Tag("N21")
class GuideRowsTest {
  private static final ReconcileSettings ADOPTING = ReconcileSettings.DEFAULTS.with(Foreign.ADOPT);
  private static final ReconcileSettings DEFAULTS = ReconcileSettings.DEFAULTS;

  private static OrderSpec limit(Side side, String quantity, String price) {
    return OrderSpec.limit(
        ReconcileHouse.PAIR,
        side,
        ReconcileHouse.PAIR.quantity(quantity),
        ReconcileHouse.PAIR.price(price));
  }

  private static OrderSpec market(Side side, String quantity) {
    return OrderSpec.market(ReconcileHouse.PAIR, side, ReconcileHouse.PAIR.quantity(quantity));
  }

  private static List<Fill> counted(ReconcileHouse house) {
    return house.trader.core().state().fills().all();
  }

  private static Order order(ReconcileHouse house, String id) {
    return house.trader.order(new ClientOrderId(id));
  }

  /** All five in one report. */
  @Test
  void fiveOrdersWithoutAnAnswerAreEachAsOneReportSays() {
    ReconcileHouse house = ReconcileHouse.running();
    List<Order> sent = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      Side side = i % 2 == 0 ? Side.BUY : Side.SELL;
      sent.add(house.submitted(limit(side, (i + 1) + "0000", "1.0000" + i)));
    }

    house
        .lists(sent.get(0).id(), "V-MULTI-0", OrderStatus.ACCEPTED, "0", "1.00000")
        .lists(sent.get(1).id(), "V-MULTI-1", OrderStatus.PARTIALLY_FILLED, "5000", "1.00001")
        .lists(sent.get(2).id(), "V-MULTI-2", OrderStatus.FILLED, "30000", "1.00002")
        .lists(sent.get(3).id(), "V-MULTI-3", OrderStatus.REJECTED, "0", "1.00003", "NO")
        .lists(sent.get(4).id(), "V-MULTI-4", OrderStatus.CANCELED, "0", "1.00004", "by hand")
        .send();

    assertThat(sent.stream().map(each -> house.trader.order(each.id())))
        .extracting(each -> each.status() + " " + each.filled())
        .containsExactly(
            "ACCEPTED 0", "PARTIALLY_FILLED 5000", "FILLED 30000", "REJECTED 0", "CANCELED 0");
  }

  @ParameterizedTest
  @CsvSource({"FILLED, 10000", "PARTIALLY_FILLED, 5000"})
  @Tag("N22")
  void anOrderWithoutAnyRecordHasItsExecutionAndNothingIsInferred(
      OrderStatus status, String filled) {
    ReconcileHouse house = ReconcileHouse.fresh(ADOPTING);
    ClientOrderId id = new ClientOrderId("O-123456");

    house
        .describes("O-123456", limit(Side.BUY, "10000", "1.00000"))
        .executes(house.fill(id, Side.BUY, "1", filled, "1.00000", "0", Liquidity.MAKER))
        .lists(id, "1", status, filled, "1.00000")
        .send();

    assertThat(house.found()).containsExactly("external BUY 10000 filled " + filled + " " + status);
    assertThat(counted(house)).extracting(Fill::fillId).containsExactly("1");
  }

  @Test
  @Tag("N22")
  void aStopWithoutAnyRecordThatExpiredIsTakenOverAsSuch() {
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
        .lists(new ClientOrderId("O-123456"), "1", OrderStatus.EXPIRED, "0", "1", "GTD")
        .send();

    assertThat(house.orders()).hasSize(1);
    assertThat(order(house, "O-123456").status()).isEqualTo(OrderStatus.EXPIRED);
  }

  @Test
  void anAcceptedOrderThatTheVenueFilledMeanwhileIsFilled() {
    ReconcileHouse house = ReconcileHouse.running();
    Order order = house.accepted(limit(Side.BUY, "100", "1.00000"), "V-1");

    house.lists(order.id(), "V-1", OrderStatus.FILLED, "100", "1.00000").send();

    assertThat(house.trader.order(order.id()).status()).isEqualTo(OrderStatus.FILLED);
    assertThat(house.held()).isEqualTo("LONG 100 at 1");
  }

  @Test
  void anAcceptedOrderWithNothingFilledOnBothSidesIsNoDifference() {
    ReconcileHouse house = ReconcileHouse.running();
    Order order = house.accepted(limit(Side.BUY, "100", "1.00000"), "V-1");
    house.lists(order.id(), "V-1", OrderStatus.ACCEPTED, "0", "1");

    Reconciliation found = house.trader.core().reconciliation(house.report(), false);

    assertThat(found.discrepancies()).isEmpty();
    assertThat(found.failure()).isEmpty();
  }

  @Test
  void theMissingPartOfAnOrderHasThePriceThatMakesTheAverage() {
    ReconcileHouse house = ReconcileHouse.running();
    Order order = house.accepted(limit(Side.BUY, "10", "3010.00000"), "V-1");
    house.filled(order, "T-1", "5", "3000.00000", "0", Liquidity.TAKER);

    house.lists(order.id(), "V-1", OrderStatus.PARTIALLY_FILLED, "8", "3002.50000").send();

    assertThat(counted(house)).hasSize(2);
    assertThat(counted(house).get(1).quantity()).isEqualTo(Quantity.of("3"));
    assertThat(counted(house).get(1).price()).hasToString("3006.66667");
  }

  @Test
  void theRestOfAnOrderOfSomebodyElseIsInferredBesideTheExecutionThatIsTold() {
    ReconcileHouse house = ReconcileHouse.running(ADOPTING);
    ClientOrderId id = new ClientOrderId("EXT-1");

    house
        .describes("EXT-1", limit(Side.BUY, "3", "3010.00000"))
        .executes(house.fill(id, Side.BUY, "T-1", "2", "2999.00000", "0", Liquidity.TAKER))
        .lists(id, "V-3", OrderStatus.FILLED, "3", "3000.00000")
        .send();

    assertThat(house.found()).containsExactly("external BUY 3 filled 3 FILLED");
    assertThat(counted(house))
        .extracting(each -> each.quantity() + " at " + each.price())
        .containsExactly("2 at 2999.00000", "1 at 3002.00000");
  }

  @ParameterizedTest
  @CsvSource({
    "BUY, 5, SHORT, 3, 3100.00000, SELL 5, SELL 3",
    "SELL, 4, LONG, 2, 2900.00000, BUY 4, BUY 2",
  })
  @Tag("N12")
  void aPositionThatFlippedIsClosedAndOpenedByOrdersOfTheirOwn(
      Side side, String held, PositionSide theirs, String size, String at, String one, String two) {
    ReconcileHouse house = ReconcileHouse.running();
    house.holding(side, held, "3000.00000");

    house.holds(theirs, size, at).send();

    assertThat(house.found())
        .containsExactly(
            "external " + one + " filled " + one.substring(one.indexOf(' ') + 1) + " FILLED",
            "external " + two + " filled " + two.substring(two.indexOf(' ') + 1) + " FILLED");
    assertThat(house.held()).startsWith(theirs + " " + size + " at " + at.replace(".00000", ""));
  }

  @Test
  @Tag("N12")
  void withoutAnyPriceAPositionThatFlippedIsClosedOnly() {
    ReconcileHouse house = ReconcileHouse.fresh(DEFAULTS);
    house.holds(PositionSide.LONG, "5", "3000.50000").send();

    house.holds(PositionSide.SHORT, "3", "").send();

    assertThat(house.found())
        .containsExactly("external BUY 5 filled 5 FILLED", "external SELL 5 filled 5 FILLED");
    assertThat(house.trader.core().state().flags().differing()).hasSize(1);
  }

  @Test
  @Tag("N12")
  void whoThinksThatHeIsFlatLearnsOfTheFillFromTheReport() {
    ReconcileHouse house = ReconcileHouse.running();
    Order order = house.accepted(limit(Side.BUY, "75000", "1.00000"), "V-1");

    house
        .executes(house.fill(order.id(), Side.BUY, "T-1", "75000", "1.00000", "0", Liquidity.TAKER))
        .lists(order.id(), "V-1", OrderStatus.FILLED, "75000", "1.00000")
        .holds(PositionSide.LONG, "75000", "1.00000")
        .send();

    assertThat(house.held()).isEqualTo("LONG 75000 at 1");
    assertThat(house.found()).isEmpty();
  }

  /** The first report was asked for before the newest fill, the second one after it. */
  @Test
  @Tag("N12")
  void aReportFromBeforeTheNewestFillWaitsForTheNextOne() {
    ReconcileHouse house = ReconcileHouse.running();
    Order order = house.accepted(limit(Side.BUY, "100000", "1.00001"), "V-1");
    AccountEvent.MassReport early = house.holds(PositionSide.LONG, "60000", "1.00000").report();
    house.trader.now(house.trader.now() + Fixture.SECOND);
    house.filled(order, "T-1", "40000", "1.00000", "0", Liquidity.TAKER);

    house.trader.on(early);
    String before = house.held();
    house
        .executes(house.fill(order.id(), Side.BUY, "T-2", "20000", "1.00001", "0", Liquidity.TAKER))
        .lists(order.id(), "V-1", OrderStatus.PARTIALLY_FILLED, "60000", "1.00000")
        .holds(PositionSide.LONG, "60000", "1.00000")
        .send();

    assertThat(before).isEqualTo("LONG 40000 at 1");
    assertThat(house.held()).startsWith("LONG 60000 at 1");
    assertThat(house.found()).isEmpty();
  }

  @Test
  @Tag("N7")
  void aPositionOfAnInstrumentThatIsNotIncludedIsLeft() {
    ReconcileHouse house = ReconcileHouse.running(DEFAULTS.only(Set.of(ReconcileHouse.OTHER.id())));
    house.holding(Side.BUY, "100", "1.00000");

    house.holds(PositionSide.LONG, "150", "1.00000").send();

    assertThat(house.held()).isEqualTo("LONG 100 at 1");
    assertThat(house.found()).isEmpty();
    assertThat(house.trader.core().state().flags().differing()).isEmpty();
  }

  @Test
  void aNettedPositionGoesThroughZeroAndBackAsOne() {
    ReconcileHouse house = ReconcileHouse.running();
    List<String> lives = new ArrayList<>();

    trades(house, Side.BUY, "100000", "1.00000", lives);
    trades(house, Side.SELL, "150000", "1.00010", lives);
    trades(house, Side.BUY, "50000", "1.00010", lives);
    trades(house, Side.BUY, "10000", "1.00020", lives);

    assertThat(lives)
        .containsExactly(
            "LONG 100000 at 1", "SHORT 50000 at 1.0001", "flat", "LONG 10000 at 1.0002");
    assertThat(house.trader.core().state().portfolio().positions())
        .extracting(Position::id)
        .hasSize(1);
  }

  private static void trades(
      ReconcileHouse house, Side side, String size, String price, List<String> lives) {
    Order order = house.accepted(market(side, size), "V-" + lives.size());
    house.filled(order, "T-" + lives.size(), size, price, "0", Liquidity.TAKER);
    lives.add(house.held());
  }

  @Test
  @Tag("N9")
  void anOrderThatWasAnsweredWhileItWasQueriedIsNotQueriedOn() {
    ReconcileHouse house = ReconcileHouse.running();
    Order order = house.submitted(limit(Side.BUY, "100", "1.00000"));
    pass(house, 7);
    int asked = house.trader.core().state().doubts().queries(order.id());

    house.lists(order.id(), "V-1", OrderStatus.ACCEPTED, "0", "1").send();
    pass(house, 600);

    assertThat(asked).isEqualTo(1);
    assertThat(house.trader.core().state().doubts().queries(order.id())).isZero();
    assertThat(house.trader.order(order.id()).status()).isEqualTo(OrderStatus.ACCEPTED);
  }

  private static void pass(ReconcileHouse house, long seconds) {
    long until = house.trader.now() + seconds * Fixture.SECOND;
    TimerEvent due = house.trader.core().due(until);
    while (due != null) {
      house.trader.at(Math.max(due.deadline(), house.trader.core().time()), due);
      due = house.trader.core().due(until);
    }
    house.trader.now(until);
  }
}
