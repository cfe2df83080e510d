package dev.bourse.engine.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.event.AccountEvent;
import dev.bourse.api.event.ControlEvent;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.trader.WatcherView.State;
import dev.bourse.engine.config.AccountWatchers;
import dev.bourse.engine.config.WatcherKeys;
import dev.bourse.engine.loop.StatusPolls.Worth;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** When one order is asked for because nothing is told of orders. */
@Tag("D3")
class StatusPollsTest extends PolledOrders {
  @Test
  void anOrderIsAskedForAfterFiveSecondsOfSilenceAndNotBefore() {
    look(4);
    List<ClientOrderId> early = List.copyOf(asked);

    look(5);

    assertThat(early).isEmpty();
    assertThat(asked).containsExactly(first);
    assertThat(view().state()).isEqualTo(State.ASKING);
  }

  @Test
  void whatTheStreamTellsOfAnyOrderPutsTheQuestionOff() {
    polls.heard(new OrderReport.Triggered(MAIN, first, 7), seconds(3));

    look(7);
    List<ClientOrderId> early = List.copyOf(asked);
    look(8);

    assertThat(early).isEmpty();
    assertThat(asked).containsExactly(second);
  }

  @Test
  void aReportOfEverythingPutsItOffForAllOrders() {
    polls.heard(
        new AccountEvent.MassReport(MAIN, List.of(), List.of(), List.of(), 5, 5), seconds(4));

    look(8);
    List<ClientOrderId> early = List.copyOf(asked);
    look(9);

    assertThat(early).isEmpty();
    assertThat(asked).hasSize(1);
  }

  @Test
  void ordersAreAskedForInTurnEachFiveSecondsAfterTheOther() {
    for (int time = 5; time <= 20; time++) {
      look(time);
      same(asked.get(asked.size() - 1), time);
    }

    assertThat(asked).containsExactly(first, second, first, second);
    assertThat(view().questions()).isEqualTo(4);
  }

  @Test
  void onlyOneQuestionIsOnItsWay() {
    look(5);
    look(10);
    look(24);

    assertThat(asked).containsExactly(first);
  }

  @Test
  void afterAnAnswerThatWasLostItRestsForTenSecondsAndGoesOnWithTheNext() {
    look(5);
    Worth worth = answer(lost(first), 6);

    look(15);
    List<ClientOrderId> early = List.copyOf(asked);
    int missed = view().missed();
    look(16);
    same(second, 17);

    assertThat(worth).isEqualTo(Worth.NOTHING);
    assertThat(early).containsExactly(first);
    assertThat(missed).isEqualTo(1);
    assertThat(asked).containsExactly(first, second);
    assertThat(view().missed()).isZero();
  }

  @Test
  @Tag("G1")
  void afterAnAnswerThatStaysOutItRestsForTenSeconds() {
    look(5);

    look(25);
    look(34);
    List<ClientOrderId> early = List.copyOf(asked);
    look(35);

    assertThat(early).containsExactly(first);
    assertThat(asked).containsExactly(first, second);
    assertThat(view().missed()).isEqualTo(1);
  }

  @Test
  void afterAQuestionThatTheAdapterDidNotTakeItRestsForTenSeconds() {
    taken = CompletableFuture.completedFuture(false);
    look(5);

    look(6);
    look(15);
    List<ClientOrderId> early = List.copyOf(asked);
    look(16);

    assertThat(early).containsExactly(first);
    assertThat(asked).containsExactly(first, second);
  }

  @Test
  void nothingIsAskedWhileTheLastQuestionWasNotHandedOver() {
    taken = new CompletableFuture<>();
    look(5);
    look(25);

    look(100);
    List<ClientOrderId> stuck = List.copyOf(asked);
    taken.complete(true);
    look(101);

    assertThat(stuck).containsExactly(first);
    assertThat(asked).containsExactly(first, second);
  }

  /** The venue tells of one order every two seconds, of the other never. */
  private void hearsOnlyOfTheFirst(long from, long to) {
    for (long time = from; time <= to; time++) {
      if (time % 2 == 0) {
        polls.heard(new OrderReport.Triggered(MAIN, first, 7), seconds(time));
      }
      look(time);
    }
  }

  @Test
  void anOrderOfWhichNothingIsToldIsAskedForThoughOthersAreToldOf() {
    hearsOnlyOfTheFirst(0, 30);
    List<ClientOrderId> early = List.copyOf(asked);

    hearsOnlyOfTheFirst(31, 36);

    assertThat(early).isEmpty();
    assertThat(asked).containsExactly(second);
  }

  @Test
  void itIsAskedForOnlyOnceInThirtySecondsThen() {
    hearsOnlyOfTheFirst(0, 36);
    same(second, 36);

    hearsOnlyOfTheFirst(37, 60);
    List<ClientOrderId> before = List.copyOf(asked);
    hearsOnlyOfTheFirst(61, 71);

    assertThat(before).containsExactly(second);
    assertThat(asked).containsExactly(second, second);
  }

  @Test
  void whatIsOnItsWayIsNotAskedFor() {
    on(new ControlEvent.Cancel(first, "test"));
    on(new ControlEvent.Cancel(second, "test"));

    look(100);

    assertThat(asked).isEmpty();
    assertThat(view().state()).isEqualTo(State.IDLE);
  }

  @Test
  void nothingIsAskedWhereItIsOff() {
    AccountWatchers usual = AccountWatchers.DEFAULTS;
    StatusPolls off =
        polls(
            new AccountWatchers(
                usual.balance(),
                usual.position(),
                usual.orders(),
                usual.trades(),
                usual.idle(),
                new WatcherKeys(null, Duration.ofSeconds(20), 0),
                usual.statusPause()));

    off.look(MAIN, 0);
    off.look(MAIN, seconds(3_600));

    assertThat(asked).isEmpty();
    assertThat(off.view(MAIN).state()).isEqualTo(State.OFF);
  }

  @Test
  void afterALostConnectionSilenceBeginsAnew() {
    look(5);

    polls.lost(MAIN);
    look(6);
    look(10);
    List<ClientOrderId> early = List.copyOf(asked);
    look(11);

    assertThat(early).containsExactly(first);
    assertThat(asked).hasSize(2);
  }
}
