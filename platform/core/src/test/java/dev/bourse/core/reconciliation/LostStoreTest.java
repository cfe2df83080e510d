package dev.bourse.core.reconciliation;

import static dev.bourse.core.Fixture.ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.alert.Alert;
import dev.bourse.api.event.AccountEvent;
import dev.bourse.api.event.LifecycleEvent;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Liquidity;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Side;
import dev.bourse.api.model.TraderId;
import dev.bourse.api.model.TraderStatus;
import dev.bourse.api.persistence.Snapshot;
import dev.bourse.api.trace.Turn;
import dev.bourse.api.trace.TurnResult;
import dev.bourse.core.codec.StateHash;
import dev.bourse.core.state.SnapshotCodec;
import dev.bourse.core.state.TraderState;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Orders with our name of starts before this store, which was begun with start 7: of a store that
 * was lost, or of a process that was there before us.
 */
@Tag("N22")
@Tag("P22")
class LostStoreTest {
  private static final long BEGUN = Duration.ofHours(1).toNanos();
  private static final long CLOCKS = StoreBegin.CLOCKS;
  private static final ClientOrderId FIRST = new ClientOrderId("t-ema-5-1");
  private static final ClientOrderId SECOND = new ClientOrderId("t-ema-5-2");

  private final ReconcileHouse house = ReconcileHouse.begunAt(BEGUN);

  private Turn taken(ClientOrderId id, long at) {
    return house.trader.on(new OrderReport.Accepted(ACCOUNT, id, "V-" + id, at));
  }

  private TraderStatus status() {
    return state().flags().status();
  }

  private TraderState state() {
    return house.trader.core().state();
  }

  @Test
  void whatTheVenueTookBeforeTheStoreBeganIsOfALostOneHoweverLateItIsTold() {
    house.trader.pass(Duration.ofHours(2));

    Turn turn = taken(FIRST, BEGUN - CLOCKS - 1);
    house.trader.on(
        new OrderReport.Filled(
            house.fill(FIRST, Side.BUY, "T-9", "100", "1.00000", "0", Liquidity.MAKER)));

    assertThat(status()).isEqualTo(TraderStatus.RUNNING);
    assertThat(house.held()).isEqualTo("flat");
    assertThat(turn.results())
        .contains(
            new TurnResult.Noted(
                Alert.Level.INFO,
                "order t-ema-5-1 was taken by the venue before this store was begun: it is of one"
                    + " that was lost, and left alone; what it did is in the balances"));
  }

  @Test
  void whatTheVenueTookSinceTheStoreBeganIsAnotherInstancesThoughThatWasThereFirst() {
    taken(FIRST, BEGUN - CLOCKS - 1);
    TraderStatus before = status();

    taken(SECOND, BEGUN + CLOCKS + 1);

    assertThat(before).isEqualTo(TraderStatus.RUNNING);
    assertThat(status()).isEqualTo(TraderStatus.HALTED);
    assertThat(house.detail()).startsWith("ANOTHER INSTANCE trades as t: order t-ema-5-2");
  }

  @Test
  void whatTheVenueTookAboutThenStopsEntriesUntilItHadTimeToShowMore() {
    taken(FIRST, BEGUN - 1);
    TraderStatus at = status();
    String why = house.detail();
    house.trader.pass(Duration.ofSeconds(19));
    TraderStatus after = status();
    house.trader.pass(Duration.ofSeconds(2));

    assertThat(at).isEqualTo(TraderStatus.REDUCING);
    assertThat(why)
        .isEqualTo(
            "order t-ema-5-1 was taken by the venue about when this store was begun: it is of a"
                + " store that was lost, or another instance trades as t, whose next order will"
                + " tell; entries stop for 20 s until then");
    assertThat(after).isEqualTo(TraderStatus.REDUCING);
    assertThat(status()).isEqualTo(TraderStatus.RUNNING);
  }

  @Test
  void whatTheVenueGivesNoTimeForIsNotExcused() {
    taken(FIRST, 0);

    assertThat(status()).isEqualTo(TraderStatus.HALTED);
  }

  @Test
  void whoTradesBesideUsIsProvenByItsNextOrderWhileWeWait() {
    taken(FIRST, BEGUN + CLOCKS);

    taken(SECOND, BEGUN + CLOCKS + 1);
    house.trader.pass(Duration.ofMinutes(1));

    assertThat(status()).isEqualTo(TraderStatus.HALTED);
  }

  @Test
  void anotherOrderOfThenBeginsTheWaitAnew() {
    taken(FIRST, BEGUN - 2);
    house.trader.pass(Duration.ofSeconds(15));

    taken(SECOND, BEGUN - 1);
    house.trader.pass(Duration.ofSeconds(15));
    TraderStatus between = status();
    house.trader.pass(Duration.ofSeconds(6));

    assertThat(between).isEqualTo(TraderStatus.REDUCING);
    assertThat(status()).isEqualTo(TraderStatus.RUNNING);
  }

  @Test
  void anOrderOfAStartOfThisStoreThatItNeverHadIsAnotherInstancesWheneverItWasTaken() {
    house.trader.on(new LifecycleEvent.Started(8, "mode=live"));
    house.trader.on(new LifecycleEvent.Recovered("1 turn"));

    taken(new ClientOrderId("t-ema-7-9"), BEGUN - CLOCKS - 1);

    assertThat(status()).isEqualTo(TraderStatus.HALTED);
  }

  @Test
  void aLaterStartDoesNotMoveTheBeginning() {
    house.trader.pass(Duration.ofHours(1));
    house.trader.on(new LifecycleEvent.Started(8, "mode=live"));
    house.trader.on(new LifecycleEvent.Recovered("1 turn"));

    taken(FIRST, BEGUN + CLOCKS + 1);

    assertThat(status()).isEqualTo(TraderStatus.HALTED);
  }

  @Test
  void anOpenOrderOfALostStoreThatALaterReportListsIsLeftAlone() {
    house.lists(FIRST, "V-9", OrderStatus.ACCEPTED, "0", "1");
    AccountEvent.MassReport report = house.report();
    OrderReport.Status old = report.openOrders().get(0);

    house.trader.on(listing(report, at(old, BEGUN - CLOCKS - 1)));
    TraderStatus former = status();
    house.trader.on(listing(report, at(old, BEGUN)));

    assertThat(former).isEqualTo(TraderStatus.RUNNING);
    assertThat(status()).isEqualTo(TraderStatus.HALTED);
    assertThat(house.orders()).isEmpty();
  }

  @Test
  void anOrderOfALostStoreIsLeftAloneWhateverHappensToItLater() {
    AccountEvent.MassReport report =
        house.lists(FIRST, "V-9", OrderStatus.ACCEPTED, "0", "1").report();
    OrderReport.Status old = report.openOrders().get(0);
    house.trader.pass(Duration.ofHours(1));

    house.trader.on(taken(listing(report, at(old, house.trader.now())), BEGUN - CLOCKS - 1));
    TraderStatus former = status();
    house.trader.on(taken(listing(report, at(old, house.trader.now())), BEGUN));

    assertThat(former).isEqualTo(TraderStatus.RUNNING);
    assertThat(status()).isEqualTo(TraderStatus.HALTED);
    assertThat(house.orders()).isEmpty();
  }

  /** Until the first report nobody knows what this store has lost. */
  @Test
  void aFirstReportThatComesLateDoesNotTakeOverWhatAnotherInstancePlacedMeanwhile() {
    ReconcileHouse late = ReconcileHouse.begunWithoutAReport(BEGUN);
    late.trader.pass(Duration.ofMinutes(5));
    AccountEvent.MassReport report =
        late.lists(FIRST, "V-9", OrderStatus.ACCEPTED, "0", "1").report();

    late.trader.on(taken(report, BEGUN + CLOCKS + 1));

    assertThat(late.trader.core().state().flags().status()).isEqualTo(TraderStatus.HALTED);
    assertThat(late.detail())
        .isEqualTo(
            "ANOTHER INSTANCE trades as t: order t-ema-5-1 is open at the venue and was not placed"
                + " by this one; risk:reset lifts it");
    assertThat(late.orders()).isEmpty();
    assertThat(late.trader.commands()).isEmpty();
  }

  @Test
  void aFirstReportTakesOverWhatTheLostStoreHadPlacedHoweverLateItComes() {
    ReconcileHouse late = ReconcileHouse.begunWithoutAReport(BEGUN);
    late.trader.pass(Duration.ofMinutes(5));
    AccountEvent.MassReport report =
        late.lists(FIRST, "V-9", OrderStatus.ACCEPTED, "0", "1").report();

    late.trader.on(taken(report, BEGUN + CLOCKS));

    assertThat(late.trader.core().state().flags().status()).isEqualTo(TraderStatus.RUNNING);
    assertThat(late.found()).hasSize(1);
  }

  /** Two processes with one name may well make two orders of one id. */
  @Test
  void anotherInstanceIsToldOfByAReportThatCannotBeTakenToo() {
    ClientOrderId twice = new ClientOrderId("O-123");
    AccountEvent.MassReport report =
        house
            .lists(twice, "V-1", OrderStatus.FILLED, "100", "1.00000")
            .lists(twice, "V-2", OrderStatus.FILLED, "50", "1.00000")
            .lists(FIRST, "V-9", OrderStatus.ACCEPTED, "0", "1")
            .report();

    house.trader.on(taken(report, BEGUN + CLOCKS + 1));

    assertThat(house.isReconciled()).isFalse();
    assertThat(status()).isEqualTo(TraderStatus.HALTED);
    assertThat(house.detail()).startsWith("ANOTHER INSTANCE trades as t: order t-ema-5-1");
  }

  private static AccountEvent.MassReport taken(AccountEvent.MassReport report, long at) {
    OrderSpec spec =
        OrderSpec.limit(
            ReconcileHouse.PAIR, Side.BUY, ReconcileHouse.PAIR.quantity("1"), Price.of("100"));
    return report.describing(List.of(new AccountEvent.Described(FIRST, spec, at)));
  }

  private static OrderReport.Status at(OrderReport.Status status, long time) {
    return new OrderReport.Status(
        status.account(),
        status.orderId(),
        status.venueOrderId(),
        status.status(),
        status.filled(),
        status.filledNotional(),
        status.reason(),
        time);
  }

  private static AccountEvent.MassReport listing(
      AccountEvent.MassReport report, OrderReport.Status status) {
    return new AccountEvent.MassReport(
        report.account(),
        List.of(status),
        report.fills(),
        report.balances(),
        report.requestedAt(),
        report.eventTime());
  }

  @Test
  void aRestartKnowsWhereTheStoreBeganAndWhetherThereIsDoubt() {
    taken(FIRST, BEGUN);

    Snapshot saved = SnapshotCodec.save(state(), List.of());
    TraderState loaded = SnapshotCodec.load(state().settings(), saved);

    assertThat(loaded.flags().detail()).isEqualTo(house.detail()).contains("t-ema-5-1");
    assertThat(StateHash.of(SnapshotCodec.save(loaded, List.of()))).isEqualTo(StateHash.of(saved));
  }

  @Test
  void aStoreThatDoesNotSayWhereItBeginsExcusesNothing() {
    OrderReport old = new OrderReport.Accepted(ACCOUNT, FIRST, "V-9", 1);

    OtherInstance.Verdict verdict =
        OtherInstance.told(new TraderId("t"), 7, 1, StoreBegin.UNKNOWN, old);

    assertThat(verdict.weight()).isEqualTo(OtherInstance.Weight.PROVEN);
  }
}
