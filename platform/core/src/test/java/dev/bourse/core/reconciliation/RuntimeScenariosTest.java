package dev.bourse.core.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.alert.Alert;
import dev.bourse.api.event.CommandEvent;
import dev.bourse.api.event.ControlEvent;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.event.TimerEvent;
import dev.bourse.api.exchange.ExchangeCommand;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Liquidity;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderChange;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Side;
import dev.bourse.api.trace.Turn;
import dev.bourse.api.trace.TurnResult;
import dev.bourse.core.Fixture;
import dev.bourse.core.reconciliation.ReconcileSettings.Foreign;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What is checked while a trader runs: commands without an answer, orders that a venue does not
 * list, differences that a stream lost.
 */
@Tag("N9")
@Tag("N10")
@Tag("N21")
class RuntimeScenariosTest {
  private final ReconcileHouse house = ReconcileHouse.running();

  private static OrderSpec limit(String quantity) {
    return OrderSpec.limit(
        ReconcileHouse.PAIR,
        Side.BUY,
        ReconcileHouse.PAIR.quantity(quantity),
        ReconcileHouse.PAIR.price("1.00000"));
  }

  /** Lets time pass and every timer fire that is due. */
  private void pass(long seconds) {
    long until = house.trader.now() + seconds * Fixture.SECOND;
    TimerEvent due = house.trader.core().due(until);
    while (due != null) {
      house.trader.at(Math.max(due.deadline(), house.trader.core().time()), due);
      due = house.trader.core().due(until);
    }
    house.trader.now(until);
  }

  private long queries() {
    return house.trader.commands().stream().filter(ExchangeCommand.Query.class::isInstance).count();
  }

  private Order now(Order order) {
    return house.trader.order(order.id());
  }

  private void notFound(Order order) {
    house.trader.on(
        new OrderReport.NotFound(
            Fixture.ACCOUNT, order.id(), house.trader.now(), house.trader.now()));
  }

  @Test
  void anOrderWithoutAnAnswerIsQueriedAfterTheThresholdAndNotBefore() {
    Order order = house.submitted(limit("10000"));

    pass(4);
    long early = queries();
    pass(3);
    long late = queries();

    assertThat(early).isZero();
    assertThat(late).isEqualTo(1);
    assertThat(now(order).unknown()).isFalse();
  }

  @Test
  void queriesKeepTheirDistance() {
    house.submitted(limit("10000"));
    pass(6);

    long before = queries();
    pass(1);
    long atOnce = queries();
    pass(1);

    assertThat(before).isEqualTo(1);
    assertThat(atOnce).isEqualTo(1);
    assertThat(queries()).isEqualTo(2);
  }

  /** Our decision: rejected only by proof, which is two answers after the time to settle. */
  @Test
  void anOrderThatNeverArrivedIsRejectedByProofOnly() {
    Order order = house.submitted(limit("10000"));

    pass(7);
    notFound(order);
    OrderStatus early = now(order).status();
    pass(20);
    notFound(order);
    OrderStatus once = now(order).status();
    pass(10);
    notFound(order);

    assertThat(early).isEqualTo(OrderStatus.SUBMITTED);
    assertThat(once).isEqualTo(OrderStatus.SUBMITTED);
    assertThat(now(order).status()).isEqualTo(OrderStatus.REJECTED);
    assertThat(now(order).reason()).startsWith("NOT_SENT: proof=");
  }

  @Test
  void reportsThatDoNotListItDoNotPutTheProofOff() {
    Order order = house.submitted(limit("10000"));

    for (int i = 0; i < 12; i++) {
      pass(5);
      house.send();
      notFound(order);
    }

    assertThat(now(order).status()).isEqualTo(OrderStatus.REJECTED);
    assertThat(now(order).reason()).startsWith("NOT_SENT: proof=");
  }

  /** Our decision: nobody who does not answer proves anything, however often he is asked. */
  @Test
  void anOrderThatNobodyAnswersForStaysUnknownAndStopsEntriesOnItsInstrument() {
    Order order = house.submitted(limit("10000"));

    pass(600);
    house.trader.on(new ControlEvent.Submit(limit("5"), "op"));

    assertThat(now(order).status()).isEqualTo(OrderStatus.SUBMITTED);
    assertThat(now(order).unknown()).isTrue();
    assertThat(queries()).isGreaterThan(5);
    assertThat(house.trader.last().reason()).startsWith("UNKNOWN_ORDER: ");
  }

  @Test
  void anOrderThatWasAnsweredIsNotQueried() {
    house.accepted(limit("10000"), "V-1");

    pass(600);

    assertThat(queries()).isZero();
  }

  /** Our decision: never an invented cancel. */
  @Test
  void aCancelWithoutAnAnswerIsQueriedAndNeverInvented() {
    Order order = house.accepted(limit("10000"), "V-1");
    house.trader.on(new ControlEvent.Cancel(order.id(), "op"));
    house.trader.on(new CommandEvent.Sent(order.id()));

    pass(600);

    assertThat(now(order).status()).isEqualTo(OrderStatus.PENDING_CANCEL);
    assertThat(queries()).isGreaterThan(5);
  }

  @Test
  void aPartOfAFillThatTheStreamLostIsFound() {
    Order order = house.accepted(limit("100"), "V-1");

    house.lists(order.id(), "V-1", OrderStatus.PARTIALLY_FILLED, "50", "1.00000").send();

    assertThat(now(order).status()).isEqualTo(OrderStatus.PARTIALLY_FILLED);
    assertThat(now(order).filled()).isEqualTo(Quantity.of("50"));
    assertThat(now(order).filledNotional()).isEqualTo(Money.of("50", ReconcileHouse.USD));
  }

  @Test
  void whatIsTheSameIsNoDifference() {
    Order order = house.accepted(limit("100"), "V-1");
    house.filled(order, "T-1", "30", "1.00000", "0", Liquidity.TAKER);

    Reconciliation found =
        house
            .trader
            .core()
            .reconciliation(
                house
                    .lists(order.id(), "V-1", OrderStatus.PARTIALLY_FILLED, "30", "1.00000")
                    .report(),
                false);

    assertThat(found.discrepancies()).isEmpty();
    assertThat(found.failure()).isEmpty();
  }

  @Test
  void theRestOfAFillThatTheStreamLostIsFound() {
    Order order = house.accepted(limit("100"), "V-1");
    house.filled(order, "T-1", "60", "1.00000", "0", Liquidity.TAKER);

    house.lists(order.id(), "V-1", OrderStatus.FILLED, "100", "1.00000").send();

    assertThat(now(order).status()).isEqualTo(OrderStatus.FILLED);
    assertThat(now(order).filled()).isEqualTo(Quantity.of("100"));
  }

  @Test
  void aCancelThatTheStreamLostIsFound() {
    Order order = house.accepted(limit("100"), "V-1");

    house.lists(order.id(), "V-1", OrderStatus.CANCELED, "0", "1", "by the venue").send();

    assertThat(now(order).status()).isEqualTo(OrderStatus.CANCELED);
    assertThat(now(order).reason()).isEqualTo("by the venue");
  }

  @Test
  void anAmendThatTheStreamLostIsFound() {
    Order order = house.accepted(limit("100"), "V-1");
    OrderChange change =
        new OrderChange(
            ReconcileHouse.PAIR.quantity("150"), ReconcileHouse.PAIR.price("1.00100"), null);

    house.trader.on(
        new OrderReport.Updated(Fixture.ACCOUNT, order.id(), "V-1", change, house.trader.now()));

    assertThat(now(order).spec().quantity()).isEqualTo(Quantity.of("150"));
    assertThat(now(order).spec().price()).hasToString("1.00100");
  }

  @Test
  @Tag("N8")
  void anExternalOrderIsFoundWhileTheTraderRuns() {
    ReconcileHouse adopting =
        ReconcileHouse.running(ReconcileSettings.DEFAULTS.with(Foreign.ADOPT));
    ClientOrderId id = new ClientOrderId("EXTERNAL-123");

    adopting
        .describes(id.value(), limit("100"))
        .lists(id, "V-9", OrderStatus.ACCEPTED, "0", "1")
        .send();

    assertThat(adopting.found()).containsExactly("external BUY 100 filled 0 ACCEPTED");
  }

  /** Our decision: an order that the venue took and finds no more is unknown, not rejected. */
  @Test
  void anOrderThatVanishedIsUnknownWithAnAlarm() {
    Order order = house.accepted(limit("100"), "V-1");
    house.filled(order, "T-1", "50", "1.00000", "0", Liquidity.TAKER);

    house.send();
    pass(30);
    notFound(order);
    pass(10);
    notFound(order);
    Turn last = house.trader.turns().get(house.trader.turns().size() - 1);

    assertThat(now(order).unknown()).isTrue();
    assertThat(now(order).filled()).isEqualTo(Quantity.of("50"));
    assertThat(last.results())
        .anySatisfy(
            each ->
                assertThat(each)
                    .isInstanceOfSatisfying(
                        TurnResult.Noted.class,
                        note -> assertThat(note.level()).isEqualTo(Alert.Level.CRITICAL)));
  }

  @Test
  void anOrderThatIsNotListedIsAskedForAndStaysAsItIs() {
    Order order = house.accepted(limit("100"), "V-1");

    for (int cycle = 0; cycle < 3; cycle++) {
      house.send();
      pass(3);
    }

    assertThat(now(order).status()).isEqualTo(OrderStatus.ACCEPTED);
    assertThat(queries()).isPositive();
  }

  @Test
  void anOrderNewerThanTheReportIsNotMissed() {
    var early = house.report();
    house.trader.now(house.trader.now() + Fixture.SECOND);
    house.accepted(limit("100"), "V-1");

    house.trader.on(early);

    assertThat(queries()).isZero();
  }

  @Test
  void aFillBothOfTheStreamAndOfAReportCountsOnce() {
    Order order = house.accepted(limit("100000"), "V-1");
    house.filled(order, "T-1", "100000", "1.00000", "0", Liquidity.TAKER);

    house
        .executes(
            house.fill(order.id(), Side.BUY, "T-1", "100000", "1.00000", "0", Liquidity.TAKER))
        .send();

    assertThat(house.held()).isEqualTo("LONG 100000 at 1");
  }

  @Test
  void aFilledOrderIsLeftWhateverIsNotListed() {
    Order order = house.accepted(limit("100"), "V-1");
    house.filled(order, "T-1", "100", "1.00000", "0", Liquidity.TAKER);

    house.send();

    assertThat(now(order).status()).isEqualTo(OrderStatus.FILLED);
    assertThat(queries()).isZero();
  }
}
