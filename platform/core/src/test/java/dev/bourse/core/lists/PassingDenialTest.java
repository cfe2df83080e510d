package dev.bourse.core.lists;

import static dev.bourse.core.Fixture.ACCOUNT;
import static dev.bourse.core.Fixture.BTC;
import static dev.bourse.core.Fixture.BTCUSD;
import static dev.bourse.core.lists.ListHouse.FREE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.alert.Alert;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderLeg;
import dev.bourse.api.model.OrderList;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.Side;
import dev.bourse.api.trace.TurnResult;
import dev.bourse.core.Fixture;
import dev.bourse.core.ledger.ExitMoves;
import dev.bourse.core.ledger.OrderMoves;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Exits of a bracket for which their adapter has no room now: nothing is wrong with them. */
@Tag("B7")
@Tag("N19")
class PassingDenialTest {
  private static final String CROWDED = "ORDER_LIMIT: orders=50 limit=50 in=PT10S";
  private static final String STOP = "Submit SELL 1.0000 STOP_MARKET";
  private static final String PAIR =
      "SubmitPair SELL 1.0000 STOP_MARKET + SubmitPair SELL 1.0000 LIMIT";

  /** Reports come one after the other. */
  private static void denied(Fixture trader, ClientOrderId id) {
    trader.now(trader.now() + 1_000);
    trader.sent(id);
    trader.on(new OrderReport.Denied(ACCOUNT, id, CROWDED, true, trader.now()));
  }

  @Test
  void aStopIsPlacedAgainAMomentLaterUnderAnotherName() {
    ListHouse house = ListHouse.linking();
    List<ClientOrderId> ids = house.holds();
    house.trader.accept(ids.get(1));

    denied(house.trader, ids.get(2));
    house.trader.pass(Duration.ofSeconds(1));
    List<String> atOnce = house.sent();
    house.trader.pass(Duration.ofSeconds(4));
    house.trader.accept(house.trader.last().id());
    house.trader.pass(Duration.ofMinutes(5));

    assertThat(atOnce).isEmpty();
    assertThat(house.sent()).containsExactly(STOP);
    assertThat(house.trader.last().id()).isNotIn(ids);
    assertThat(house.trader.last().status()).isEqualTo(OrderStatus.ACCEPTED);
    assertThat(house.trader.order(ids.get(1)).status()).isEqualTo(OrderStatus.ACCEPTED);
    assertThat(house.reserved(BTC)).isEqualTo(Money.of("1", BTC));
  }

  @Test
  void aStopIsTriedEverMoreSeldomButNeverGivenUp() {
    ListHouse house = ListHouse.linking();
    List<ClientOrderId> ids = house.holds();
    house.trader.accept(ids.get(1));

    denied(house.trader, ids.get(2));
    for (int second = 0; second < 3600; second++) {
      house.trader.pass(Duration.ofSeconds(1));
      if (house.trader.last().status() == OrderStatus.INITIALIZED) {
        denied(house.trader, house.trader.last().id());
      }
    }
    int hour = house.sent().size();
    house.trader.pass(Duration.ofMinutes(2));

    assertThat(hour).isBetween(55, 90);
    assertThat(house.sent()).containsExactly(STOP);
  }

  @Test
  void aPairComesAgainAsAPair() {
    ListHouse house = ListHouse.pairing();
    List<ClientOrderId> ids = house.holds();

    denied(house.trader, ids.get(2));
    denied(house.trader, ids.get(1));
    List<String> atOnce = house.sent();
    house.trader.pass(Duration.ofSeconds(5));
    List<String> again = house.sent();
    house.newest(2).forEach(each -> denied(house.trader, each.id()));
    house.trader.pass(Duration.ofSeconds(10));
    house.newest(2).forEach(each -> house.trader.accept(each.id()));
    house.trader.pass(Duration.ofMinutes(5));

    assertThat(atOnce).isEmpty();
    assertThat(again).containsExactly(PAIR);
    assertThat(house.sent()).containsExactly(PAIR);
    assertThat(house.reserved(BTC)).isEqualTo(Money.of("1", BTC));
  }

  @Test
  void nobodyIsTroubledWithWhatComesAgain() {
    ListHouse house = ListHouse.linking();
    List<ClientOrderId> ids = house.holds();
    house.trader.accept(ids.get(1));
    int before = house.trader.turns().size();

    denied(house.trader, ids.get(2));
    house.trader.pass(Duration.ofSeconds(5));

    assertThat(house.trader.turns().subList(before, house.trader.turns().size()))
        .flatExtracting(turn -> turn.results())
        .filteredOn(
            each -> each instanceof TurnResult.Noted noted && noted.level() != Alert.Level.INFO)
        .isEmpty();
  }

  @Test
  void whatItsOwnerTookBackIsNotPlacedAgain() {
    ListHouse house = ListHouse.linking();
    List<ClientOrderId> ids = house.holds();
    house.trader.accept(ids.get(1));
    house.trader.sent(ids.get(2));
    house.does(orders -> orders.cancel(ids.get(2)));
    house.sent();

    denied(house.trader, ids.get(2));
    house.trader.pass(Duration.ofMinutes(5));

    assertThat(house.sent()).isEmpty();
    assertThat(house.trader.order(ids.get(2)).status()).isEqualTo(OrderStatus.DENIED);
  }

  /** Its entry may fill more, and then it is wanted again; not where something is wrong with it. */
  @ParameterizedTest
  @CsvSource({
    "by op, true, ACTIVE",
    "SIBLING_FILLED: order=t filled=1, true, REPLACED",
    "NOTHING_LEFT: position=FLAT 0, true, REPLACED",
    "GIVES_WAY: order=t because=its trigger was passed, true, REPLACED",
    "SIBLING_FILLED: order=t filled=1, false, ACTIVE"
  })
  void whatTheRulesOfItsListTookBackComesAgainWhereItsOwnersWishDoesNot(
      String reason, boolean passing, OrderLeg.Stage stage) {
    ListHouse house = ListHouse.linking();
    Order stop = house.trader.order(house.holds().get(2));
    Order taken = OrderMoves.cancelRequested(stop, reason, 1);

    Order denied =
        ExitMoves.denied(taken, new OrderReport.Denied(ACCOUNT, stop.id(), CROWDED, passing, 2), 2);

    assertThat(denied.status()).isEqualTo(OrderStatus.DENIED);
    assertThat(Objects.requireNonNull(denied.link()).leg())
        .extracting(OrderLeg::stage)
        .isEqualTo(stage);
  }

  @Test
  void aStopThatItsTargetMadeNeedlessBeforeItLeftIsThereForWhatTheEntryFillsLater() {
    ListHouse house = ListHouse.linking();
    List<ClientOrderId> ids = house.places(ListHouse.bracket());
    house.trader.accept(ids.get(0));
    house.trader.fill(ids.get(0), "0.5", "100.00", FREE);
    house.trader.accept(ids.get(1));
    house.trader.sent(ids.get(2));
    house.trader.fill(ids.get(1), "0.5", "110.00", FREE);
    house.trader.pass(Duration.ofSeconds(5));
    OrderStatus needless = house.trader.order(ids.get(2)).status();

    denied(house.trader, ids.get(2));
    house.sent();
    house.trader.fill(ids.get(0), "0.5", "100.00", FREE);
    house.trader.pass(Duration.ofSeconds(5));

    assertThat(needless).isEqualTo(OrderStatus.PENDING_CANCEL);
    assertThat(house.sent())
        .containsExactlyInAnyOrder("Submit SELL 0.5000 LIMIT", "Submit SELL 0.5000 STOP_MARKET");
  }

  @Test
  void whatExpiredInTheMeantimeIsNotPlacedAgain() {
    ListHouse house = ListHouse.linking();
    long end = house.trader.now() + Duration.ofSeconds(3).toNanos();
    List<ClientOrderId> ids =
        house.places(
            OrderList.oneTriggersOthers(
                OrderSpec.limit(BTCUSD, Side.BUY, BTCUSD.quantity("1"), BTCUSD.price("100.00")),
                OrderSpec.limit(BTCUSD, Side.SELL, BTCUSD.quantity("1"), BTCUSD.price("110.00"))
                    .reducing()
                    .until(end)));
    house.trader.accept(ids.get(0));
    house.trader.fill(ids.get(0), "1", "100.00", FREE);
    house.sent();

    denied(house.trader, ids.get(1));
    house.trader.pass(Duration.ofMinutes(5));

    assertThat(house.sent()).isEmpty();
    assertThat(house.trader.core().state().ledger().all()).hasSize(2);
  }

  @Test
  void whatTheVenueHasTakenIsNotPlacedAgain() {
    ListHouse house = ListHouse.linking();
    List<ClientOrderId> ids = house.holds();
    house.trader.accept(ids.get(1));
    house.trader.accept(ids.get(2));

    denied(house.trader, ids.get(2));
    house.trader.pass(Duration.ofMinutes(5));

    assertThat(house.sent()).isEmpty();
    assertThat(house.trader.order(ids.get(2)).status()).isEqualTo(OrderStatus.ACCEPTED);
  }
}
