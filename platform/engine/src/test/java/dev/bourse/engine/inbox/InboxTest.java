package dev.bourse.engine.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.event.ConnectionChanged;
import dev.bourse.api.event.ControlEvent;
import dev.bourse.api.event.DataGap;
import dev.bourse.api.event.Event;
import dev.bourse.api.event.MarketEvent;
import dev.bourse.api.event.Trade;
import dev.bourse.api.event.VenueEvent;
import dev.bourse.api.model.AccountId;
import dev.bourse.engine.Market;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class InboxTest {
  private static final AccountId ACCOUNT = new AccountId("main");

  private final Inbox inbox = new Inbox(4, 8);

  @Test
  void replacesAWaitingQuoteByTheNewerOne() {
    inbox.offer(Market.quote(Market.BTC, 1, 100_00));
    inbox.offer(Market.quote(Market.ETH, 2, 50_00));

    inbox.offer(Market.quote(Market.BTC, 3, 101_00));

    assertThat(drainMarket())
        .containsExactly(Market.quote(Market.BTC, 3, 101_00), Market.quote(Market.ETH, 2, 50_00));
    assertThat(inbox.conflated(Market.BTC.id())).isEqualTo(1);
    assertThat(inbox.conflated(Market.ETH.id())).isZero();
  }

  @Test
  void keepsBothQuotesWhenATradeCameBetween() {
    inbox.offer(Market.quote(Market.BTC, 1, 100_00));
    inbox.offer(Market.trade(Market.BTC, 2, 100_02));

    inbox.offer(Market.quote(Market.BTC, 3, 101_00));

    assertThat(drainMarket())
        .containsExactly(
            Market.quote(Market.BTC, 1, 100_00),
            Market.trade(Market.BTC, 2, 100_02),
            Market.quote(Market.BTC, 3, 101_00));
  }

  @Test
  void turnsTradesWithoutRoomIntoOneGapBehindWhatWaits() {
    for (int time = 1; time <= 6; time++) {
      inbox.offer(Market.trade(Market.BTC, time, 100_00 + time));
    }

    List<MarketEvent> out = drainMarket();

    assertThat(out).hasSize(5);
    assertThat(out.subList(0, 4)).allMatch(Trade.class::isInstance);
    DataGap gap = (DataGap) out.get(4);
    assertThat(gap.lost()).isEqualTo(2);
    assertThat(gap.eventTime()).isEqualTo(6);
    assertThat(gap.reason())
        .isEqualTo("the trader was slower than its market data; 2 events were left out");
    assertThat(inbox.counts().lost()).isEqualTo(2);
  }

  @Test
  void leavesRoomForOtherInstrumentsWhenOneIsBusy() {
    for (int time = 1; time <= 100; time++) {
      inbox.offer(Market.trade(Market.BTC, time, 100_00));
    }

    inbox.offer(Market.trade(Market.ETH, 101, 50_00));

    assertThat(drainMarket()).contains(Market.trade(Market.ETH, 101, 50_00));
    assertThat(inbox.counts().lost()).isEqualTo(96);
  }

  @Test
  void refusesVenueAnswersWithoutRoomAndTakesTheEnginesOwnWords() {
    for (int i = 0; i < 4; i++) {
      assertThat(inbox.offer(connected(i))).isTrue();
    }

    boolean taken = inbox.offer(connected(4));
    inbox.add(new ControlEvent.Pause("engine"));

    assertThat(taken).isFalse();
    assertThat(inbox.counts().refused()).isEqualTo(1);
    assertThat(drain())
        .containsExactly(
            connected(0),
            connected(1),
            connected(2),
            connected(3),
            new ControlEvent.Pause("engine"));
  }

  @Test
  void givesTasksBeforeEventsInTheirOrder() {
    List<String> done = new ArrayList<>();
    inbox.add(new ControlEvent.Pause("engine"));
    inbox.add(() -> done.add("first"));
    inbox.add(() -> done.add("second"));

    List<Event> events = new ArrayList<>();
    for (Post post = inbox.poll(); post != null; post = inbox.poll()) {
      if (post instanceof Post.Task task) {
        task.run();
      } else if (post instanceof Post.Input input) {
        events.add(input.event());
      }
      assertThat(done.size() + events.size()).isPositive();
    }

    assertThat(done).containsExactly("first", "second");
    assertThat(events).containsExactly(new ControlEvent.Pause("engine"));
  }

  @Test
  @Timeout(60)
  void wakesTheParkedLoopForEveryEventOfManyProducers() throws Exception {
    int producers = 4;
    int each = 20_000;
    Inbox shared = new Inbox(producers * each, 8);
    AtomicInteger order = new AtomicInteger();
    CountDownLatch ready = new CountDownLatch(producers);

    List<Thread> threads = new ArrayList<>();
    for (int p = 0; p < producers; p++) {
      Thread thread =
          new Thread(
              () -> {
                ready.countDown();
                for (int i = 0; i < each; i++) {
                  shared.offer(connected(order.incrementAndGet()));
                }
              });
      thread.start();
      threads.add(thread);
    }
    ready.await();
    int taken = 0;
    while (taken < producers * each) {
      if (shared.poll() != null) {
        taken++;
      } else {
        shared.await(Long.MAX_VALUE, true);
      }
    }
    for (Thread thread : threads) {
      thread.join();
    }

    assertThat(taken).isEqualTo(producers * each);
    assertThat(shared.isEmpty()).isTrue();
  }

  private static VenueEvent connected(int time) {
    return new ConnectionChanged(ACCOUNT, true, "", time);
  }

  private List<MarketEvent> drainMarket() {
    List<MarketEvent> events = new ArrayList<>();
    for (MarketEvent e = inbox.pollMarket(); e != null; e = inbox.pollMarket()) {
      events.add(e);
    }
    return events;
  }

  private List<Event> drain() {
    List<Event> events = new ArrayList<>();
    for (Post post = inbox.poll(); post != null; post = inbox.poll()) {
      events.add(((Post.Input) post).event());
    }
    return events;
  }
}
