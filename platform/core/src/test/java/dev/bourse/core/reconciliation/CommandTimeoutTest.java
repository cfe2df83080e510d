package dev.bourse.core.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.event.CommandEvent;
import dev.bourse.api.event.ConnectionChanged;
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
import dev.bourse.core.settings.CommandTimeouts;
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

  private static final OrderSpec SELL =
      OrderSpec.limit(
          ReconcileHouse.PAIR,
          Side.SELL,
          ReconcileHouse.PAIR.quantity("100"),
          ReconcileHouse.PAIR.price("1.00000"));

  private final ReconcileHouse house = ReconcileHouse.running();
  private final long began = house.trader.now();

  /** Lets timers fire up to a time after the beginning; what they say, with the second. */
  private List<String> pass(long seconds) {
    return pass(house, seconds);
  }

  private List<String> pass(ReconcileHouse passing, long seconds) {
    List<String> said = new ArrayList<>();
    long until = began + seconds * Fixture.SECOND;
    TimerEvent due = passing.trader.core().due(until);
    while (due != null) {
      long time = Math.max(due.deadline(), passing.trader.core().time());
      said.addAll(notes(passing.trader.at(time, due), time));
      due = passing.trader.core().due(until);
    }
    passing.trader.now(until);
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
                + " queried",
            "30 s: order "
                + order.id()
                + " was queried 8 times and nothing is proven; it is queried on, entries on"
                + " AUDUSD.SIM wait: look at the venue");
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

  /** An order whose cancel nobody answers works as before: entries beside it go on. */
  @Test
  void aCancelThatIsAskedAboutInVainIsToldWithoutStoppingAnybody() {
    Order order = cancelling();

    List<String> said = pass(120);

    assertThat(said)
        .filteredOn(each -> each.contains("nothing is proven"))
        .singleElement()
        .asString()
        .isEqualTo(
            "15 s: order "
                + order.id()
                + " was queried 5 times and nothing is proven; it is queried on: look at the"
                + " venue");
    assertThat(house.submitted(BUY).status()).isEqualTo(OrderStatus.SUBMITTED);
  }

  @Test
  void peopleHearOnceThatATimeIsOverAndOnceThatNobodyAnswers() {
    Order order = house.submitted(BUY);

    List<String> said = pass(3_600);

    assertThat(said).hasSize(2);
    assertThat(said.get(0)).contains("30 s", "its fate is unknown");
    assertThat(said.get(1)).contains("30 s", "times and nothing is proven");
    assertThat(house.trader.core().state().doubts().queries(order.id())).isGreaterThan(20);
  }

  private static ReconcileHouse cancelling(int queries) {
    return ReconcileHouse.running(
        new CommandTimeouts(30 * Fixture.SECOND, 10 * Fixture.SECOND, queries, true));
  }

  private static long cancels(ReconcileHouse careful) {
    return careful.trader.commands().stream()
        .filter(ExchangeCommand.Cancel.class::isInstance)
        .count();
  }

  @Test
  void anEntryThatNobodyAnswersForIsCancelledOnceWhereThatIsConfigured() {
    ReconcileHouse careful = cancelling(3);
    Order order = careful.submitted(BUY);

    pass(careful, 29);
    long before = cancels(careful);
    List<String> said = pass(careful, 60);
    long early = cancels(careful);
    careful.trader.on(new CommandEvent.Sent(order.id()));
    careful.trader.on(
        new OrderReport.CancelRejected(
            Fixture.ACCOUNT, order.id(), "-2011 Unknown order sent.", careful.trader.now()));
    pass(careful, 3_600);

    assertThat(said)
        .filteredOn(each -> each.contains("nothing is proven"))
        .singleElement()
        .asString()
        .contains("it is cancelled, for it may be there, and queried on");
    assertThat(before).isZero();
    assertThat(early).isEqualTo(1);
    assertThat(cancels(careful)).isEqualTo(1);
    assertThat(careful.trader.order(order.id()).unknown()).isTrue();
  }

  @Test
  void anOrderWhoseCancelWasRefusedAfterItsTimeIsOfUnknownFateAllTheSame() {
    Order order = house.submitted(BUY);
    house.trader.on(new ControlEvent.Cancel(order.id(), "op"));
    house.trader.on(new CommandEvent.Sent(order.id()));
    pass(15);
    house.trader.on(
        new OrderReport.CancelRejected(
            Fixture.ACCOUNT, order.id(), "-2011 Unknown order sent.", house.trader.now()));

    boolean before = house.trader.order(order.id()).unknown();
    pass(46);

    assertThat(before).isFalse();
    assertThat(house.trader.order(order.id()).unknown()).isTrue();
  }

  @Test
  void anEntryWhoseCancelWasRefusedAfterItsTimeIsCancelledOnceMore() {
    ReconcileHouse careful = cancelling(3);
    Order order = careful.submitted(BUY);
    careful.trader.on(new ControlEvent.Cancel(order.id(), "op"));
    careful.trader.on(new CommandEvent.Sent(order.id()));
    pass(careful, 25);
    careful.trader.on(
        new OrderReport.CancelRejected(
            Fixture.ACCOUNT, order.id(), "-2011 Unknown order sent.", careful.trader.now()));
    long byHand = cancels(careful);

    pass(careful, 54);
    long early = cancels(careful);
    pass(careful, 3_600);

    assertThat(List.of(byHand, early, cancels(careful))).containsExactly(1L, 1L, 2L);
  }

  @Test
  void whatCouldNotBeAskedCountsForNothing() {
    ReconcileHouse careful = cancelling(3);
    Order order = careful.submitted(BUY);
    careful.trader.on(
        new OrderReport.AnswerLost(Fixture.ACCOUNT, order.id(), "cut", careful.trader.now()));
    careful.trader.on(new ConnectionChanged(Fixture.ACCOUNT, false, "cut", careful.trader.now()));

    List<String> said = pass(careful, 600);

    assertThat(said).noneMatch(each -> each.contains("nothing is proven"));
    assertThat(cancels(careful)).isZero();
    assertThat(careful.trader.order(order.id()).unknown()).isTrue();
  }

  @Test
  void anExitThatNobodyAnswersForIsLeftToPeople() {
    ReconcileHouse careful = cancelling(1);
    careful.holding(Side.BUY, "100", "1.00000");
    Order exit = careful.submitted(SELL);

    List<String> said = pass(careful, 60);

    assertThat(said).anyMatch(each -> each.contains("nothing is proven; it is queried on"));
    assertThat(exit.entry()).isFalse();
    assertThat(cancels(careful)).isZero();
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
