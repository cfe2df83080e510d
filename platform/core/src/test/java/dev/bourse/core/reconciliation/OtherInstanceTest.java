package dev.bourse.core.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.event.ControlEvent;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Fill;
import dev.bourse.api.model.Liquidity;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.Side;
import dev.bourse.api.model.TraderStatus;
import dev.bourse.core.Fixture;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two processes with one name: the present start has number 7. */
@Tag("H3")
@Tag("N22")
class OtherInstanceTest {
  private static final ClientOrderId LATER = new ClientOrderId("t-ema-8-1");
  private static final ClientOrderId EARLIER = new ClientOrderId("t-ema-5-1");
  private static final long BEGUN = Duration.ofHours(1).toNanos();
  private static final long CLOCKS = StoreBegin.CLOCKS;

  @Test
  void anOrderOfALaterStartHaltsWithoutWaitingForAReport() {
    ReconcileHouse house = ReconcileHouse.running();

    accepted(house, LATER);

    assertThat(status(house)).isEqualTo(TraderStatus.HALTED);
    assertThat(house.detail())
        .isEqualTo(
            "ANOTHER INSTANCE trades as t: order t-ema-8-1 was taken by the venue and was not"
                + " placed by this one; risk:reset lifts it");
    assertThat(house.orders()).isEmpty();
  }

  @Test
  void aFillOfAnOrderThatIsStillToComeHalts() {
    ReconcileHouse house = ReconcileHouse.running();

    filled(house, LATER);

    assertThat(status(house)).isEqualTo(TraderStatus.HALTED);
    assertThat(house.held()).isEqualTo("flat");
  }

  @Test
  void anOrderOfAnEarlierStartThatIsTakenNowHalts() {
    ReconcileHouse house = ReconcileHouse.begunAt(BEGUN);

    accepted(house, EARLIER, BEGUN + CLOCKS + 1);

    assertThat(status(house)).isEqualTo(TraderStatus.HALTED);
    assertThat(house.detail())
        .isEqualTo(
            "ANOTHER INSTANCE trades as t: order t-ema-5-1 was taken by the venue and was not"
                + " placed by this one; risk:reset lifts it");
  }

  @Test
  void whatBecomesOfOrdersThatAreForgottenHereProvesNothing() {
    ReconcileHouse house = ReconcileHouse.running();

    filled(house, EARLIER);
    canceled(house, EARLIER);
    canceled(house, LATER);

    assertThat(status(house)).isEqualTo(TraderStatus.RUNNING);
  }

  @Test
  void whoeverTradesUnderAnotherNameIsNoOtherInstance() {
    ReconcileHouse house = ReconcileHouse.running();

    accepted(house, new ClientOrderId("u-ema-8-1"));

    assertThat(status(house)).isEqualTo(TraderStatus.RUNNING);
  }

  @Test
  void untilTheFirstReportOrdersMayBeOfAStoreThatWasLost() {
    ReconcileHouse house = ReconcileHouse.fresh(ReconcileSettings.DEFAULTS);

    accepted(house, EARLIER);
    TraderStatus before = status(house);
    house.send();

    assertThat(before).isEqualTo(TraderStatus.RECONCILING);
    assertThat(status(house)).isEqualTo(TraderStatus.RUNNING);
  }

  @Test
  void anInstanceThatIsGoneDoesNotHaltAgainOnceAPersonLiftedIt() {
    ReconcileHouse house = ReconcileHouse.running();
    accepted(house, LATER);
    house.trader.on(new ControlEvent.Reset("op"));

    house.lists(LATER, "V-9", OrderStatus.CANCELED, "0", "1").send();

    assertThat(status(house)).isEqualTo(TraderStatus.PAUSED);
  }

  @Test
  void anInstanceThatStillHasAnOrderOpenHaltsAgain() {
    ReconcileHouse house = ReconcileHouse.running();
    accepted(house, LATER);
    house.trader.on(new ControlEvent.Reset("op"));

    house.lists(LATER, "V-9", OrderStatus.ACCEPTED, "0", "1").send();

    assertThat(status(house)).isEqualTo(TraderStatus.HALTED);
  }

  @Test
  void whatALaterStartExecutedWhileNobodyListenedHaltsWithTheReport() {
    ReconcileHouse house = ReconcileHouse.running();

    house.executes(fill(house, LATER)).send();

    assertThat(status(house)).isEqualTo(TraderStatus.HALTED);
    assertThat(house.detail())
        .startsWith("ANOTHER INSTANCE trades as t: order t-ema-8-1 was filled and was not placed");
    assertThat(house.held()).isEqualTo("flat");
  }

  @Test
  void aPersonWhoLiftedThatIsNotAskedAgainForTheSameFill() {
    ReconcileHouse house = ReconcileHouse.running();
    house.executes(fill(house, LATER)).send();
    house.trader.on(new ControlEvent.Reset("op"));

    house.send();
    filled(house, LATER);

    assertThat(status(house)).isEqualTo(TraderStatus.PAUSED);
  }

  @Test
  void whatAnEarlierStartExecutedIsItsOwnAffair() {
    ReconcileHouse house = ReconcileHouse.running();

    house.executes(fill(house, EARLIER)).send();

    assertThat(status(house)).isEqualTo(TraderStatus.RUNNING);
  }

  private static void accepted(ReconcileHouse house, ClientOrderId id) {
    accepted(house, id, house.trader.now());
  }

  private static void accepted(ReconcileHouse house, ClientOrderId id, long takenAt) {
    house.trader.on(new OrderReport.Accepted(Fixture.ACCOUNT, id, "V-9", takenAt));
  }

  private static void canceled(ReconcileHouse house, ClientOrderId id) {
    house.trader.on(new OrderReport.Canceled(Fixture.ACCOUNT, id, "", house.trader.now()));
  }

  private static void filled(ReconcileHouse house, ClientOrderId id) {
    house.trader.on(new OrderReport.Filled(fill(house, id)));
  }

  private static Fill fill(ReconcileHouse house, ClientOrderId id) {
    return house.fill(id, Side.BUY, "T-9", "100", "1.00000", "0", Liquidity.TAKER);
  }

  private static TraderStatus status(ReconcileHouse house) {
    return house.trader.core().state().flags().status();
  }
}
