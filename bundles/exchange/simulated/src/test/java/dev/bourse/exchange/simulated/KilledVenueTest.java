package dev.bourse.exchange.simulated;

import static dev.bourse.api.model.Side.BUY;
import static dev.bourse.api.model.Side.SELL;
import static dev.bourse.testkit.Instruments.BTCUSD;
import static dev.bourse.testkit.Market.trade;
import static dev.bourse.testkit.TestOrders.limit;
import static dev.bourse.testkit.TestOrders.market;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bourse.api.event.AccountEvent;
import dev.bourse.api.event.ConnectionChanged;
import dev.bourse.api.exchange.ExchangeCommand;
import dev.bourse.api.model.Order;
import dev.bourse.api.persistence.EntryKind;
import dev.bourse.api.persistence.JournalEntry;
import dev.bourse.api.persistence.StoreException;
import dev.bourse.testkit.Market;
import dev.bourse.testkit.TestOrders;
import dev.bourse.testkit.TestStore;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class KilledVenueTest {
  @Test
  @Tag("N22")
  void remembersBalancesFillsAndOpenOrdersAfterAKill() {
    TestStore store = new TestStore();
    Desk before = Desk.open(store, "balances", "1000 USD").feed(trade(BTCUSD, 9, "100.00", "1"));
    before
        .submit(10, market("filled", BTCUSD, BUY, "1"))
        .submit(10, limit("open", BTCUSD, BUY, "1", "90.00"))
        .feed(trade(BTCUSD, 11, "100.00", "1"));
    AccountEvent.MassReport known = before.massReport();

    Desk after = Desk.open(store.afterKill(), "balances", "5 USD");

    assertThat(after.massReport()).isEqualTo(known);
    assertThat(known.balances())
        .extracting(Desk::text)
        .containsExactly("1.00000000 BTC (0.00000000)", "899.73997500 USD (90.22500000)");
  }

  @Test
  void executesACommandThatWasOnItsWayWhenTheProcessDied() {
    TestStore store = new TestStore();
    Desk before = Desk.open(store).feed(trade(BTCUSD, 9, "100.00", "1"));
    before.submit(10, market("a", BTCUSD, BUY, "1"));

    Desk after = Desk.open(store.afterPowerCut());
    assertThat(after.exchange.nextDeadline()).isEqualTo(Market.seconds(10.1));
    after.feed(trade(BTCUSD, 11, "100.00", "1"));

    assertThat(before.reports()).isEmpty();
    assertThat(after.reports())
        .containsExactly("a Accepted", "a Filled 100.01 x 1.00000000 fee 0.25002500 USD TAKER");
  }

  @Test
  void matchesNothingAgainThatItHasSeenBefore() {
    TestStore store = new TestStore();
    Desk before = Desk.open(store).feed(trade(BTCUSD, 9, "100.00", "1"));
    before.submit(10, limit("a", BTCUSD, BUY, "2", "90.00")).feed(trade(BTCUSD, 11, "80.00", "1"));

    Desk after = Desk.open(store.afterKill());
    after.exchange.onMarket(trade(BTCUSD, 9, "100.00", "1"), 1, Market.seconds(9));
    after.exchange.onMarket(trade(BTCUSD, 11, "80.00", "1"), 2, Market.seconds(11));
    after.exchange.onMarket(trade(BTCUSD, 12, "80.00", "0.5"), 3, Market.seconds(12));

    assertThat(after.exchange.position()).isEqualTo(3);
    assertThat(after.fills()).containsExactly("90.00 x 0.50000000 fee 0.11250000 USD MAKER");
    assertThat(after.massReport().fills())
        .extracting(fill -> fill.fillId())
        .containsExactly("demo-1", "demo-2");
  }

  @Test
  void isDurableBeforeItTellsAnything() {
    TestStore store = new TestStore();
    Desk desk = Desk.open(store).feed(trade(BTCUSD, 9, "100.00", "1"));
    int forcesBefore = store.forces();

    desk.submit(10, market("a", BTCUSD, BUY, "1")).at(10.1);
    int forcesAccepted = store.forces();
    desk.feed(trade(BTCUSD, 11, "100.00", "1"));

    assertThat(forcesAccepted).isEqualTo(forcesBefore + 2);
    assertThat(store.forces()).isEqualTo(forcesAccepted + 1);
    assertThat(store.journal().lastForced()).isEqualTo(store.journal().lastAppended());
  }

  @Test
  void doesNotForceForMarketDataWithoutConsequence() {
    TestStore store = new TestStore();
    Desk desk = Desk.open(store);
    int forces = store.forces();

    desk.feed(trade(BTCUSD, 9, "100.00", "1"), trade(BTCUSD, 10, "100.00", "1"));

    assertThat(store.forces()).isEqualTo(forces);
    assertThat(Desk.open(store.afterKill()).exchange.position()).isEqualTo(2);
  }

  @Test
  void tellsNothingAndTakesNothingOnceItsDiskFailed() {
    TestStore store = new TestStore();
    Desk desk = Desk.open(store).feed(trade(BTCUSD, 9, "100.00", "1"));
    store.failNextForce();

    desk.submit(10, market("a", BTCUSD, BUY, "1")).feed(trade(BTCUSD, 11, "100.00", "1"));

    assertThat(desk.reports()).isEmpty();
    assertThat(desk.sink.events(ConnectionChanged.class))
        .last()
        .isEqualTo(
            new ConnectionChanged(
                TestOrders.ACCOUNT,
                false,
                "The simulated venue is down: the journal cannot be made durable: a force failed",
                Market.seconds(10)));
    assertThat(take(desk, limit("b", BTCUSD, BUY, "1", "90.00"))).isFalse();
  }

  @Test
  void takesCancelsButNoOrdersWhileTheDiskIsFull() {
    TestStore store = new TestStore();
    Desk desk = Desk.open(store).feed(trade(BTCUSD, 9, "100.00", "1"));
    Order open = limit("open", BTCUSD, BUY, "1", "90.00");
    desk.submit(10, open).at(11);
    store.fillDisk();

    boolean taken = take(desk, limit("late", BTCUSD, BUY, "1", "90.00"));
    desk.feed(trade(BTCUSD, 12, "100.00", "1")).cancel(12, open).at(13);

    assertThat(taken).isFalse();
    assertThat(desk.reports())
        .endsWith("open Canceled CANCELED_BY_TRADER: filled=0.00000000 of 1.00000000");
  }

  @Test
  void startsFromASnapshotAfterAnOrderlyEnd() {
    TestStore store = new TestStore();
    Desk before = Desk.open(store, "balances", "1000 USD").feed(trade(BTCUSD, 9, "100.00", "1"));
    before
        .submit(10, market("filled", BTCUSD, BUY, "1"))
        .submit(10, limit("open", BTCUSD, BUY, "1", "90.00"))
        .feed(trade(BTCUSD, 11, "100.00", "1"))
        .submit(12, limit("pending", BTCUSD, SELL, "1", "200.00"));
    AccountEvent.MassReport known = before.massReport();
    before.exchange.close();

    Desk after = Desk.open(store.afterPowerCut());

    assertThat(store.snapshots().sequences()).containsExactly(store.journal().lastForced());
    assertThat(after.massReport()).isEqualTo(known);
    after.at(13);
    assertThat(after.reports()).containsExactly("pending Accepted");
  }

  @Test
  void writesASnapshotNowAndThen() {
    TestStore store = new TestStore();
    Desk desk = Desk.open(store);

    for (int i = 0; i < 45_000; i++) {
      desk.feed(trade(BTCUSD, 9 + i, "100.00", "1"));
    }

    assertThat(store.snapshots().sequences()).hasSize(2);
    assertThat(Desk.open(store.afterKill()).exchange.position()).isEqualTo(45_000);
  }

  @Test
  void refusesAStoreOfANewerVersion() {
    TestStore store = new TestStore();
    store.journal().append(new JournalEntry(0, 0, EntryKind.TRADE, 99, List.of(), new byte[0]));
    store.journal().write();

    assertThatThrownBy(() -> Desk.open(store))
        .isInstanceOf(StoreException.class)
        .hasMessage(
            "the simulated venue's store holds schema 99 at sequence 0, this version reads up to 2:"
                + " install the newer version again");
  }

  @Test
  void refusesAStoreWhoseBytesMakeNoSense() {
    TestStore store = new TestStore();
    store.journal().append(new JournalEntry(0, 0, EntryKind.TRADE, 1, List.of(), new byte[] {77}));
    store.journal().write();

    assertThatThrownBy(() -> Desk.open(store))
        .isInstanceOf(StoreException.class)
        .hasMessage(
            "the simulated venue's store cannot be read: damaged state: no row has the tag 77");
  }

  @Test
  void forgetsClosedOrdersAfterTheConfiguredDays() {
    Desk desk = Desk.open("history", "1").feed(trade(BTCUSD, 9, "100.00", "1"));
    desk.submit(10, market("old", BTCUSD, BUY, "1")).feed(trade(BTCUSD, 11, "100.00", "1"));

    desk.submit(90_000, market("new", BTCUSD, BUY, "1")).feed(trade(BTCUSD, 90_001, "100.00", "1"));

    assertThat(desk.massReport().fills())
        .extracting(fill -> fill.orderId().value())
        .containsExactly("new");
  }

  private static boolean take(Desk desk, Order order) {
    return desk.exchange.execution().execute(new ExchangeCommand.Submit(order, Market.seconds(12)));
  }
}
