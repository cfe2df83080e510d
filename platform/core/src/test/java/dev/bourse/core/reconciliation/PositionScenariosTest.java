package dev.bourse.core.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.event.AccountEvent;
import dev.bourse.api.event.ControlEvent;
import dev.bourse.api.model.Balance;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.model.Liquidity;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.PositionSide;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Side;
import dev.bourse.api.model.StrategyId;
import dev.bourse.api.model.TraderStatus;
import dev.bourse.api.persistence.Snapshot;
import dev.bourse.api.strategy.Strategy;
import dev.bourse.core.Fixture;
import dev.bourse.core.TraderCore;
import dev.bourse.core.reconciliation.ReconcileSettings.Foreign;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is held of contracts, compared with the venue. */
@Tag("N12")
@Tag("N21")
class PositionScenariosTest {
  private static final ReconcileSettings DEFAULTS = ReconcileSettings.DEFAULTS;

  @ParameterizedTest
  @CsvSource({
    "LONG, 100, LONG, 150, external BUY 50 filled 50 FILLED",
    "SHORT, 100, SHORT, 150, external SELL 50 filled 50 FILLED",
    "LONG, 150, LONG, 100, external SELL 50 filled 50 FILLED",
    "SHORT, 150, SHORT, 100, external BUY 50 filled 50 FILLED",
  })
  void aDifferenceIsOneGeneratedOrder(
      String side, String quantity, PositionSide theirs, String theirQuantity, String expected) {
    ReconcileHouse house = ReconcileHouse.holding(DEFAULTS, side, quantity);

    house.holds(theirs, theirQuantity, "1.00000").send();

    assertThat(house.found()).containsExactly(expected);
    assertThat(house.held()).isEqualTo(theirs + " " + theirQuantity + " at 1");
  }

  /** Our decision: through zero in two orders, close and then open. */
  @ParameterizedTest
  @CsvSource({
    "LONG, 100, SHORT, 50, SELL 100, SELL 50",
    "SHORT, 100, LONG, 75, BUY 100, BUY 75",
  })
  void aFlipIsClosedAndThenOpened(
      String side,
      String quantity,
      PositionSide theirs,
      String theirQuantity,
      String close,
      String open) {
    ReconcileHouse house = ReconcileHouse.holding(DEFAULTS, side, quantity);

    house.holds(theirs, theirQuantity, "1.20000").send();

    assertThat(house.found())
        .containsExactly(
            "external " + close + " filled " + close.substring(close.indexOf(" ") + 1) + " FILLED",
            "external " + open + " filled " + open.substring(open.indexOf(" ") + 1) + " FILLED");
    assertThat(house.held()).isEqualTo(theirs + " " + theirQuantity + " at 1.2");
    assertThat(house.orders()).extracting(Order::id).doesNotHaveDuplicates();
  }

  @Test
  void aDifferenceBelowTheStepIsNone() {
    ReconcileHouse house = ReconcileHouse.holding(DEFAULTS, "LONG", "100");

    house.holds(PositionSide.LONG, "100.00000001", "1.00000").send();

    assertThat(house.found()).isEmpty();
    assertThat(house.trader.core().state().flags().differing()).isEmpty();
  }

  @Test
  void aFlatVenueClosesWhatWeHold() {
    ReconcileHouse house = ReconcileHouse.holding(DEFAULTS, "LONG", "100");

    house.holds(PositionSide.FLAT, "0", "").send();

    assertThat(house.held()).isEqualTo("flat");
    assertThat(house.found()).containsExactly("external SELL 100 filled 100 FILLED");
  }

  @Test
  void aVenueThatDoesNotSayPositionsLeavesThem() {
    ReconcileHouse house = ReconcileHouse.holding(DEFAULTS, "LONG", "100");

    house.send();

    assertThat(house.held()).isEqualTo("LONG 100 at 1");
    assertThat(house.found()).isEmpty();
  }

  @Test
  void withoutAnAverageTheMarketPricesWhatIsGenerated() {
    ReconcileHouse house = ReconcileHouse.holding(DEFAULTS, "LONG", "100");
    house.trade("1.50000");

    house.holds(PositionSide.LONG, "200", "").send();

    assertThat(house.held()).isEqualTo("LONG 200 at 1.25");
  }

  @Test
  void aDifferenceStopsEntriesUntilSomebodyAccepts() {
    ReconcileHouse house = ReconcileHouse.holding(DEFAULTS, "LONG", "100");

    house.holds(PositionSide.LONG, "150", "1.00000").send();
    String why = house.detail();
    house.holds(PositionSide.LONG, "150", "1.00000").send();
    TraderStatus before = house.trader.core().state().flags().status();
    house.trader.on(new ControlEvent.Reconcile(true, "op"));
    house.holds(PositionSide.LONG, "150", "1.00000").send();

    assertThat(why)
        .isEqualTo(
            "account acct: the venue holds LONG 150 at 1 of AUDUSD.SIM, our executions make LONG"
                + " 100 at 1; entries stop until trader:reconcile --accept");
    assertThat(before).isEqualTo(TraderStatus.REDUCING);
    assertThat(house.trader.core().state().flags().status()).isEqualTo(TraderStatus.RUNNING);
  }

  @ParameterizedTest
  @CsvSource({"true, false, LONG 100 at 1, 1", "false, true, LONG 100 at 1, 0"})
  @Tag("N8")
  void eachFlagMeansWhatItSays(boolean compared, boolean generated, String held, int differing) {
    ReconcileHouse house =
        ReconcileHouse.holding(DEFAULTS.positions(compared, generated), "LONG", "100");

    house.holds(PositionSide.LONG, "150", "1.00000").send();

    assertThat(house.held()).isEqualTo(held);
    assertThat(house.found()).isEmpty();
    assertThat(house.trader.core().state().flags().differing()).hasSize(differing);
  }

  @Test
  @Tag("N8")
  void whatIsGeneratedIsNoExternalOrder() {
    ReconcileHouse house = ReconcileHouse.holding(DEFAULTS.with(Foreign.IGNORE), "LONG", "100");
    OrderSpec foreign =
        OrderSpec.limit(
            ReconcileHouse.PAIR,
            Side.BUY,
            ReconcileHouse.PAIR.quantity("100"),
            ReconcileHouse.PAIR.price("1.00000"));

    house
        .describes("EXTERNAL-ORDER-123", foreign)
        .lists(
            new ClientOrderId("EXTERNAL-ORDER-123"), "V-123", OrderStatus.FILLED, "100", "1.00000")
        .holds(PositionSide.LONG, "150", "1.00000")
        .send();

    assertThat(house.found()).containsExactly("external BUY 50 filled 50 FILLED");
  }

  @Test
  @Tag("N18")
  void whoeverClaimsTheInstrumentGetsWhatIsFound() {
    Map<InstrumentId, StrategyId> claims = Map.of(ReconcileHouse.PAIR.id(), new StrategyId("ema"));
    ReconcileHouse house = ReconcileHouse.holding(DEFAULTS.claimed(claims), "LONG", "100");
    OrderSpec foreign =
        OrderSpec.limit(
            ReconcileHouse.PAIR,
            Side.BUY,
            ReconcileHouse.PAIR.quantity("10"),
            ReconcileHouse.PAIR.price("0.90000"));

    house
        .describes("theirs-1", foreign)
        .lists(new ClientOrderId("theirs-1"), "V-9", OrderStatus.ACCEPTED, "0", "1")
        .holds(PositionSide.LONG, "150", "1.00000")
        .send();

    assertThat(house.found())
        .containsExactly("ema BUY 10 filled 0 ACCEPTED", "ema BUY 50 filled 50 FILLED");
  }

  @Test
  @Tag("N22")
  void aTraderThatLostItsStoreLearnsWhatItsAccountHolds() {
    ReconcileHouse house = ReconcileHouse.fresh(DEFAULTS);

    house.holds(PositionSide.LONG, "5", "1.00050").send();

    assertThat(house.found()).containsExactly("external BUY 5 filled 5 FILLED");
    assertThat(house.held()).isEqualTo("LONG 5 at 1.0005");
    assertThat(house.trader.core().state().flags().status()).isEqualTo(TraderStatus.RUNNING);
    assertThat(house.trader.core().state().portfolio().balance(Fixture.ACCOUNT, ReconcileHouse.USD))
        .map(Balance::total)
        .contains(Money.of("1000000", ReconcileHouse.USD));
  }

  @Test
  @Tag("N22")
  void ordersOfTheLostStoreGoBackToTheirStrategy() {
    ReconcileHouse house = ReconcileHouse.fresh(DEFAULTS);
    ClientOrderId former = new ClientOrderId("t-ema-3-4");

    house
        .executes(house.fill(former, Side.BUY, "T-1", "20", "1.20000", "1", Liquidity.TAKER))
        .holds(PositionSide.LONG, "40", "1.10000")
        .send();

    assertThat(house.found())
        .containsExactly("external BUY 20 filled 20 FILLED", "ema BUY 20 filled 20 FILLED");
    assertThat(house.held()).isEqualTo("LONG 40 at 1.1");
  }

  @Test
  void executionsOfTheSameReportExplainThePosition() {
    ReconcileHouse house = ReconcileHouse.running();
    Order order =
        house.accepted(
            OrderSpec.limit(
                ReconcileHouse.PAIR,
                Side.BUY,
                ReconcileHouse.PAIR.quantity("100000"),
                ReconcileHouse.PAIR.price("1.00001")),
            "V-1");
    house.filled(order, "T-POS-1", "50000", "1.00000", "0", Liquidity.TAKER);

    house
        .executes(
            house.fill(order.id(), Side.BUY, "T-POS-2", "30000", "1.00001", "0", Liquidity.TAKER))
        .lists(order.id(), "V-1", OrderStatus.PARTIALLY_FILLED, "80000", "1.00000")
        .holds(PositionSide.LONG, "80000", "1.000004")
        .send();

    assertThat(house.trader.order(order.id()).filled()).isEqualTo(Quantity.of("80000"));
    assertThat(house.held()).startsWith("LONG 80000 at 1.0000");
    assertThat(house.found()).isEmpty();
  }

  @Test
  void aPositionIsNotComparedWhileAnOrderOnItIsUnderWay() {
    ReconcileHouse house = ReconcileHouse.holding(DEFAULTS, "LONG", "100");
    house.submitted(
        OrderSpec.market(ReconcileHouse.PAIR, Side.BUY, ReconcileHouse.PAIR.quantity("50")));

    house.holds(PositionSide.LONG, "150", "1.00000").send();

    assertThat(house.found()).isEmpty();
    assertThat(house.trader.core().state().flags().differing()).isEmpty();
  }

  @Test
  void aReportFromBeforeTheLastMoveDoesNotContradictIt() {
    ReconcileHouse house = ReconcileHouse.running();
    AccountEvent.MassReport early = house.holds(PositionSide.FLAT, "0", "").report();
    house.trader.now(house.trader.now() + Fixture.SECOND);
    house.holding(Side.BUY, "40000", "1.00000");

    house.trader.on(early);

    assertThat(house.held()).isEqualTo("LONG 40000 at 1");
    assertThat(house.found()).isEmpty();
  }

  @Test
  void whatStrategiesHoldTogetherIsReducedByWhatEachHolds() {
    ReconcileHouse house =
        ReconcileHouse.holding(
            DEFAULTS.claimed(Map.of(ReconcileHouse.PAIR.id(), new StrategyId("ema"))),
            "LONG",
            "100");
    house.holds(PositionSide.LONG, "200", "1.00000").send();

    house.holds(PositionSide.LONG, "100", "1.00000").send();

    assertThat(house.trader.core().state().portfolio().open())
        .extracting(each -> each.strategy() + " " + each.quantity())
        .containsExactly("ema 50.00000000", "manual 50.00000000");
  }

  @Test
  void namesOfGeneratedOrdersAreTheSameInEveryLife() {
    ReconcileHouse first = ReconcileHouse.fresh(DEFAULTS);
    ReconcileHouse second = ReconcileHouse.fresh(DEFAULTS);

    first.holds(PositionSide.SHORT, "5", "1.00050").send();
    second.holds(PositionSide.SHORT, "5", "1.00050").send();

    assertThat(second.orders().get(0).id()).isEqualTo(first.orders().get(0).id());
    assertThat(first.orders().get(0).id().value()).startsWith("R-").hasSize(34);
  }

  @Test
  void theReasonOfAGeneratedOrderSaysWhatBecameWhat() {
    ReconcileHouse house = ReconcileHouse.holding(DEFAULTS, "LONG", "100");

    house.holds(PositionSide.SHORT, "50", "1.20000").send();

    assertThat(house.orders())
        .filteredOn(order -> order.id().value().startsWith("R-"))
        .extracting(Order::reason)
        .containsExactlyInAnyOrder(
            "RECONCILIATION: LONG 100 at 1 became flat",
            "RECONCILIATION: flat became SHORT 50 at 1.2");
  }

  @Test
  void theSameDifferenceAgainHasAnotherName() {
    ReconcileHouse house = ReconcileHouse.holding(DEFAULTS, "LONG", "100");
    house.holds(PositionSide.LONG, "150", "1.00000").send();
    house.holds(PositionSide.LONG, "100", "1.00000").send();

    house.holds(PositionSide.LONG, "150", "1.00000").send();

    assertThat(house.orders()).extracting(Order::id).doesNotHaveDuplicates().hasSize(4);
    assertThat(house.held()).isEqualTo("LONG 150 at 1");
  }

  @Test
  void aRestartDoesNotGenerateAnythingAgain() {
    ReconcileHouse house = ReconcileHouse.holding(DEFAULTS, "LONG", "100");
    house.holds(PositionSide.LONG, "150", "1.00000").send();
    Snapshot saved = house.trader.core().save();

    TraderCore restored = TraderCore.restore(house.trader.core().state().settings(), saved);
    AccountEvent.MassReport same = house.holds(PositionSide.LONG, "150", "1.00000").report();
    Reconciliation found = restored.reconciliation(same, false);

    assertThat(found.steps()).isEmpty();
    assertThat(found.discrepancies()).isEmpty();
    assertThat(restored.state().flags().differing()).hasSize(1);
    assertThat(restored.stateHash()).isEqualTo(house.trader.core().stateHash());
  }

  /** Our decision: on spot nothing is generated for a balance that nobody explains. */
  @Test
  void onSpotABalanceIsNeverAPosition() {
    Fixture trader = new Fixture().running(new Strategy() {});
    Balance coins = new Balance(Money.of("1", Fixture.BTC), Fixture.BTC.zero());
    Balance cash = new Balance(Money.of("10000", Fixture.USD), Fixture.USD.zero());

    trader.on(
        new AccountEvent.MassReport(
                Fixture.ACCOUNT,
                List.of(),
                List.of(),
                List.of(cash, coins),
                trader.now(),
                trader.now())
            .holding(
                List.of(
                    new AccountEvent.PositionReport(
                        Fixture.BTCUSD, PositionSide.LONG, Quantity.of("1"), null))));

    assertThat(trader.core().state().portfolio().open()).isEmpty();
    assertThat(trader.core().state().ledger().all()).isEmpty();
  }
}
