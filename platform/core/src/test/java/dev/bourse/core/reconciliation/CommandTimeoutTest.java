package dev.bourse.core.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.event.CommandEvent;
import dev.bourse.api.event.ControlEvent;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.event.TimerEvent;
import dev.bourse.api.exchange.ExchangeCommand;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.Side;
import dev.bourse.api.trace.Turn;
import dev.bourse.api.trace.TurnResult;
import dev.bourse.core.Fixture;
import dev.bourse.core.TraderCore;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Commands whose answers do not come in time. */
@Tag("G1")
@Tag("C3")
class CommandTimeoutTest {
  private static final OrderSpec BUY =
      OrderSpec.limit(
          ReconcileHouse.PAIR,
          Side.BUY,
          ReconcileHouse.PAIR.quantity("100"),
          ReconcileHouse.PAIR.price("1.00000"));

  private final ReconcileHouse house = ReconcileHouse.running();
  private final long began = house.trader.now();

  /** Lets timers fire up to a time after the beginning; what they say, with the second. */
  private List<String> pass(long seconds) {
    List<String> said = new ArrayList<>();
    long until = began + seconds * Fixture.SECOND;
    TimerEvent due = house.trader.core().due(until);
    while (due != null) {
      long time = Math.max(due.deadline(), house.trader.core().time());
      said.addAll(notes(house.trader.at(time, due), time));
      due = house.trader.core().due(until);
    }
    house.trader.now(until);
    return said;
  }

  private List<String> notes(Turn turn, long time) {
    return turn.results().stream()
        .filter(TurnResult.Noted.class::isInstance)
        .map(each -> (time - began) / Fixture.SECOND + " s: " + ((TurnResult.Noted) each).text())
        .toList();
  }

  private Order cancelling() {
    Order order = house.accepted(BUY, "V-1");
    house.trader.on(new ControlEvent.Cancel(order.id(), "op"));
    house.trader.on(new CommandEvent.Sent(order.id()));
    return order;
  }

  @Test
  void anOrderIsOfUnknownFateAfterThirtySecondsAndNotBefore() {
    Order order = house.submitted(BUY);

    List<String> early = pass(29);
    boolean before = house.trader.order(order.id()).unknown();
    List<String> said = pass(31);

    assertThat(early).noneMatch(each -> each.contains("its fate is unknown"));
    assertThat(before).isFalse();
    assertThat(said)
        .containsExactly(
            "30 s: order "
                + order.id()
                + " has no answer from the venue within 30000 ms: its fate is unknown and is"
                + " queried");
    assertThat(house.trader.order(order.id()).unknown()).isTrue();
  }

  @Test
  void aCancelWithoutAnAnswerIsToldAfterTenSecondsAndNothingIsGuessed() {
    Order order = cancelling();

    List<String> said = pass(11);

    assertThat(said)
        .containsExactly(
            "10 s: the cancel of order "
                + order.id()
                + " has no answer from the venue within 10000 ms: it is queried, nothing is"
                + " guessed");
    assertThat(house.trader.order(order.id()).status()).isEqualTo(OrderStatus.PENDING_CANCEL);
  }

  @Test
  void peopleHearOnceThatATimeIsOverAndOnceThatNobodyAnswers() {
    Order order = house.submitted(BUY);

    List<String> said = pass(3_600);

    assertThat(said).hasSize(2);
    assertThat(said).anyMatch(each -> each.contains("was queried 5 times and nothing is proven"));
    assertThat(house.trader.core().state().doubts().queries(order.id())).isGreaterThan(20);
  }

  @Test
  void anAnswerInTimeEndsIt() {
    Order order = house.submitted(BUY);
    pass(20);

    house.trader.on(
        new OrderReport.Accepted(Fixture.ACCOUNT, order.id(), "V-1", house.trader.now()));
    List<String> said = pass(3_600);

    assertThat(said).isEmpty();
    assertThat(house.trader.core().state().doubts().queries(order.id())).isZero();
  }

  @Test
  void whatWasAskedIsRememberedByARestart() {
    Order order = house.submitted(BUY);
    pass(40);

    TraderCore restored =
        TraderCore.restore(house.trader.core().state().settings(), house.trader.core().save());

    int asked = house.trader.core().state().doubts().queries(order.id());
    assertThat(asked).isPositive();
    assertThat(restored.state().doubts().queries(order.id())).isEqualTo(asked);
    assertThat(restored.stateHash()).isEqualTo(house.trader.core().stateHash());
  }

  @Test
  void anUnansweredOrderIsQueriedBeforeItsTimeIsOver() {
    house.submitted(BUY);

    pass(8);

    assertThat(house.trader.commands())
        .filteredOn(ExchangeCommand.Query.class::isInstance)
        .hasSize(2);
  }
}
