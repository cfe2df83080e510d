package dev.bourse.core.lists;

import static dev.bourse.core.Fixture.ACCOUNT;
import static dev.bourse.core.Fixture.BTC;
import static dev.bourse.core.Fixture.BTCUSD;
import static dev.bourse.core.Fixture.USD;
import static dev.bourse.core.lists.ListHouse.FREE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.alert.Alert;
import dev.bourse.api.event.ConnectionChanged;
import dev.bourse.api.event.ControlEvent;
import dev.bourse.api.event.InstrumentListed;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Rate;
import dev.bourse.api.trace.TurnResult;
import dev.bourse.core.Fixture;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A bracket that holds 1 BTC, whose target rests; its stop never left and is to be placed again two
 * seconds later.
 */
@Tag("B7")
@Tag("N19")
class AwaitedExitTest {
  private static final String STOP = "Submit SELL 1.0000 STOP_MARKET";
  private final ListHouse house = ListHouse.linking();
  private final Fixture trader = house.trader;
  private ClientOrderId stop = new ClientOrderId("none");

  @BeforeEach
  void holdsAndItsStopIsDenied() {
    List<ClientOrderId> ids = house.places(ListHouse.bracket());
    trader.accept(ids.get(0));
    trader.fill(ids.get(0), "1", "100.00", FREE);
    trader.accept(ids.get(1));
    house.sent();
    stop = ids.get(2);
    trader.sent(stop);
    trader.on(new OrderReport.Denied(ACCOUNT, stop, "ORDER_LIMIT: orders=50", true, trader.now()));
  }

  /** Rules by which 90.00 is no price. */
  private static Instrument coarser() {
    return new Instrument(
        BTCUSD.id(),
        2,
        BTC,
        USD,
        Price.of("7.00"),
        BTCUSD.stepSize(),
        BTCUSD.minQuantity(),
        Quantity.of("1000"),
        Money.of("1", USD),
        Rate.of("0.001"),
        Rate.of("0.002"),
        true);
  }

  private void connected(boolean up) {
    trader.on(new ConnectionChanged(ACCOUNT, up, "", trader.now()));
  }

  @Test
  void waitsUntilTheAccountIsCompared() {
    connected(false);
    trader.pass(Duration.ofMinutes(1));
    connected(true);
    trader.pass(Duration.ofMinutes(1));
    int before = trader.core().state().ledger().all().size();

    trader.report("9900");
    trader.pass(Duration.ofSeconds(1));

    assertThat(before).isEqualTo(3);
    assertThat(house.sent()).contains(STOP);
  }

  @Test
  void staysAwayIfItsStrategyCancelsItMeanwhile() {
    house.does(orders -> orders.cancel(stop));

    trader.pass(Duration.ofMinutes(5));

    assertThat(house.sent()).isEmpty();
  }

  @Test
  void staysAwayIfItsStrategyCancelsAllMeanwhile() {
    house.does(orders -> orders.cancelAll());
    house.sent();

    trader.pass(Duration.ofMinutes(5));

    assertThat(house.sent()).doesNotContain(STOP);
  }

  @Test
  void staysAwayIfAPersonCancelsItMeanwhile() {
    trader.on(new ControlEvent.Cancel(stop, "op"));

    trader.pass(Duration.ofMinutes(5));

    assertThat(house.sent()).isEmpty();
  }

  @Test
  void staysAwayIfAPersonCancelsAllMeanwhile() {
    trader.on(new ControlEvent.CancelAll("op"));
    house.sent();

    trader.pass(Duration.ofMinutes(5));

    assertThat(house.sent()).doesNotContain(STOP);
  }

  @Test
  void staysAwayIfTheVenueHasTheFirstAfterAll() {
    trader.accept(stop);

    trader.pass(Duration.ofMinutes(5));

    assertThat(house.sent()).doesNotContain(STOP);
  }

  @Test
  void isTriedMoreAndMoreSeldomWhileTheGateRefusesItAndPeopleHearOfItOnce() {
    trader.on(new InstrumentListed(coarser(), trader.now()));
    int before = trader.core().state().ledger().all().size();
    int turns = trader.turns().size();

    for (int second = 0; second < 600; second++) {
      trader.pass(Duration.ofSeconds(1));
    }

    assertThat(trader.core().state().ledger().all()).hasSizeBetween(before + 5, before + 40);
    assertThat(trader.turns().subList(turns, trader.turns().size()))
        .flatExtracting(turn -> turn.results())
        .filteredOn(
            each -> each instanceof TurnResult.Noted note && note.level() == Alert.Level.CRITICAL)
        .hasSize(1);
  }
}
