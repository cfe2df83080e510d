package dev.bourse.core.lists;

import static dev.bourse.core.Fixture.ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.event.OrderReport;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.trace.TurnResult;
import dev.bourse.core.Fixture;
import dev.bourse.core.settings.Guards;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A stop that its venue never had and that its owner does not want any more: nobody misses it. */
@Tag("N19")
@Tag("P23")
class TakenBackStopTest {
  private static final String CROWDED = "TOO_MANY_ORDERS: code=-1015 message=Too many new orders.";
  private static final String WRONG =
      "NEW_ORDER_REJECTED: code=-2010 message=The prices are wrong.";
  private static final Guards GUARDS = new Guards(List.of(), ListHouse.WITHIN.toNanos(), true);

  /** Reports come one after the other. */
  private static void refused(Fixture trader, ClientOrderId id, String reason, boolean passing) {
    trader.now(trader.now() + 1_000);
    trader.on(new OrderReport.Rejected(ACCOUNT, id, reason, passing, trader.now()));
  }

  private static List<String> unprotected(Fixture trader) {
    return trader.turns().stream()
        .flatMap(turn -> turn.results().stream())
        .filter(TurnResult.Noted.class::isInstance)
        .map(each -> ((TurnResult.Noted) each).text())
        .filter(text -> text.contains("UNPROTECTED"))
        .toList();
  }

  /** A bracket whose entry has filled and whose target works; its stop has just left. */
  private static List<ClientOrderId> stopOnItsWay(ListHouse house) {
    List<ClientOrderId> ids = house.holdsABracket();
    house.trader.sent(ids.get(2));
    house.sent();
    return ids;
  }

  @Test
  void aLostStopThatIsToComeAgainIsForgivenOnceItsOwnerTakesItBack() {
    ListHouse house = ListHouse.linking(GUARDS);
    List<ClientOrderId> ids = stopOnItsWay(house);
    refused(house.trader, ids.get(2), CROWDED, true);
    boolean missed = !house.trader.core().state().protection().all().isEmpty();

    house.does(orders -> orders.cancel(ids.get(2)));
    house.trader.pass(Duration.ofMinutes(1));

    assertThat(missed).isTrue();
    assertThat(house.trader.core().state().protection().all()).isEmpty();
    assertThat(unprotected(house.trader)).isEmpty();
    assertThat(house.sent()).isEmpty();
  }

  /** What the test above is worth: without the owner's word the position is closed. */
  @Test
  void aLostStopThatIsToComeAgainIsMissedIfThatTakesTooLong() {
    ListHouse house = ListHouse.linking(GUARDS);
    List<ClientOrderId> ids = stopOnItsWay(house);

    refused(house.trader, ids.get(2), CROWDED, true);
    house.trader.pass(ListHouse.WITHIN);

    assertThat(unprotected(house.trader)).hasSize(1);
    assertThat(house.sent()).contains("Cancel SELL 1.0000 LIMIT");
  }

  @Test
  void theStopOfAPairThatItsOwnerTookBackStaysAwayWhenTheVenueRefusesBothForWhatTheyAre() {
    ListHouse house = ListHouse.pairing(GUARDS);
    List<ClientOrderId> ids = house.holds();
    house.trader.sent(ids.get(2));
    house.trader.sent(ids.get(1));
    house.does(orders -> orders.cancel(ids.get(2)));
    house.sent();

    refused(house.trader, ids.get(2), WRONG, false);
    refused(house.trader, ids.get(1), WRONG, false);
    house.trader.trade("89.00");
    house.trader.pass(Duration.ofMinutes(1));

    assertThat(house.orders())
        .containsExactly(
            "1.0000 LIMIT FILLED", "1.0000 LIMIT REJECTED", "1.0000 STOP_MARKET REJECTED");
    assertThat(house.sent()).isEmpty();
    assertThat(house.trader.core().state().protection().all()).isEmpty();
    assertThat(unprotected(house.trader)).noneMatch(text -> text.contains(ids.get(2).value()));
  }
}
