package dev.bourse.core.lists;

import static dev.bourse.core.Fixture.ACCOUNT;
import static dev.bourse.core.Fixture.BTC;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.alert.Alert;
import dev.bourse.api.event.CommandEvent;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderLeg;
import dev.bourse.api.model.OrderStatus;
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

/** Exits of a bracket that their venue refuses for a limit: nothing is wrong with them. */
@Tag("B7")
@Tag("N19")
class PassingRefusalTest {
  private static final String CROWDED = "TOO_MANY_ORDERS: code=-1015 message=Too many new orders.";
  private static final String STOP = "Submit SELL 1.0000 STOP_MARKET";
  private static final String PAIR =
      "SubmitPair SELL 1.0000 STOP_MARKET + SubmitPair SELL 1.0000 LIMIT";

  /** The same at a venue that links orders, where the target rests. */
  private static List<ClientOrderId> holdsWithTarget(ListHouse house) {
    List<ClientOrderId> ids = house.holds();
    house.trader.accept(ids.get(1));
    return ids;
  }

  /** Reports come one after the other. */
  private static void refused(Fixture trader, ClientOrderId id, String reason, boolean passing) {
    trader.now(trader.now() + 1_000);
    trader.sent(id);
    trader.on(new OrderReport.Rejected(ACCOUNT, id, reason, passing, trader.now()));
  }

  private static void refused(Fixture trader, ClientOrderId id) {
    refused(trader, id, CROWDED, true);
  }

  private static List<String> warnings(Fixture trader, int from) {
    return trader.turns().subList(from, trader.turns().size()).stream()
        .flatMap(turn -> turn.results().stream())
        .filter(each -> each instanceof TurnResult.Noted note && note.level() != Alert.Level.INFO)
        .map(each -> ((TurnResult.Noted) each).text())
        .toList();
  }

  @Test
  void aStopIsPlacedAgainAMomentLaterUnderAnotherNameAndTheFirstStaysRejected() {
    ListHouse house = ListHouse.linking();
    List<ClientOrderId> ids = holdsWithTarget(house);

    refused(house.trader, ids.get(2));
    house.trader.pass(Duration.ofSeconds(1));
    List<String> atOnce = house.sent();
    house.trader.pass(Duration.ofSeconds(4));
    house.trader.accept(house.trader.last().id());
    house.trader.pass(Duration.ofMinutes(5));

    assertThat(atOnce).isEmpty();
    assertThat(house.sent()).containsExactly(STOP);
    assertThat(house.trader.last().id()).isNotIn(ids);
    assertThat(house.trader.last().status()).isEqualTo(OrderStatus.ACCEPTED);
    assertThat(house.trader.order(ids.get(2)).status()).isEqualTo(OrderStatus.REJECTED);
    assertThat(house.reserved(BTC)).isEqualTo(Money.of("1", BTC));
  }

  @Test
  void aStopIsTriedEverMoreSeldomButNeverGivenUp() {
    ListHouse house = ListHouse.linking();
    List<ClientOrderId> ids = holdsWithTarget(house);

    refused(house.trader, ids.get(2));
    for (int second = 0; second < 3600; second++) {
      house.trader.pass(Duration.ofSeconds(1));
      if (house.trader.last().status() == OrderStatus.INITIALIZED) {
        refused(house.trader, house.trader.last().id());
      }
    }
    int hour = house.sent().size();
    house.trader.pass(Duration.ofMinutes(2));

    assertThat(hour).isBetween(55, 90);
    assertThat(house.sent()).containsExactly(STOP);
  }

  @Test
  void aStopThatTheMarketHasPassedMeanwhileHasItsPauseToo() {
    ListHouse house = ListHouse.linking();
    List<ClientOrderId> ids = holdsWithTarget(house);

    refused(house.trader, ids.get(2));
    house.trader.trade("89.00");
    List<String> atOnce = house.orders();
    house.trader.pass(Duration.ofSeconds(4));

    assertThat(atOnce).hasSize(3).endsWith("1.0000 STOP_MARKET REJECTED");
    assertThat(house.orders()).hasSize(4).endsWith("1.0000 STOP_MARKET EMULATED");
  }

  @Test
  void aPairComesAgainAsAPair() {
    ListHouse house = ListHouse.pairing();
    List<ClientOrderId> ids = house.holds();

    refused(house.trader, ids.get(2));
    refused(house.trader, ids.get(1));
    List<String> atOnce = house.sent();
    house.trader.pass(Duration.ofSeconds(5));
    List<String> again = house.sent();
    house.newest(2).forEach(each -> refused(house.trader, each.id()));
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
    List<ClientOrderId> ids = holdsWithTarget(house);
    int before = house.trader.turns().size();

    refused(house.trader, ids.get(2));
    house.trader.pass(Duration.ofSeconds(5));

    assertThat(warnings(house.trader, before)).isEmpty();
  }

  @Test
  void whatIsRefusedForWhatItIsIsSaidAndDoesNotComeAgain() {
    ListHouse house = ListHouse.linking();
    List<ClientOrderId> ids = holdsWithTarget(house);
    int before = house.trader.turns().size();

    refused(house.trader, ids.get(2), "NEW_ORDER_REJECTED: code=-2010", false);
    house.trader.pass(Duration.ofMinutes(5));

    assertThat(house.sent()).isEmpty();
    assertThat(warnings(house.trader, before)).anyMatch(each -> each.contains("was rejected"));
  }

  @Test
  void whatItsOwnerTookBackBeforeIsNotPlacedAgainThoughTheMarketPassesIt() {
    ListHouse house = ListHouse.linking();
    List<ClientOrderId> ids = holdsWithTarget(house);
    house.trader.sent(ids.get(2));
    house.does(orders -> orders.cancel(ids.get(2)));
    house.sent();
    int before = house.trader.turns().size();

    refused(house.trader, ids.get(2));
    house.trader.trade("89.00");
    house.trader.pass(Duration.ofMinutes(5));

    assertThat(house.orders()).hasSize(3).endsWith("1.0000 STOP_MARKET REJECTED");
    assertThat(warnings(house.trader, before)).isEmpty();
  }

  @Test
  void whatItsOwnerTookBackBeforeItWasRefusedForWhatItIsIsNotPlacedAgainEither() {
    ListHouse house = ListHouse.linking();
    List<ClientOrderId> ids = holdsWithTarget(house);
    house.trader.sent(ids.get(2));
    house.does(orders -> orders.cancel(ids.get(2)));
    house.sent();

    refused(house.trader, ids.get(2), "NEW_ORDER_REJECTED: code=-2010", false);
    house.trader.trade("89.00");
    house.trader.pass(Duration.ofMinutes(5));

    assertThat(house.orders()).hasSize(3).endsWith("1.0000 STOP_MARKET REJECTED");
  }

  @Test
  void whatItsOwnerTookBackBeforeItCouldLeaveIsNotPlacedAgain() {
    ListHouse house = ListHouse.linking();
    List<ClientOrderId> ids = holdsWithTarget(house);
    house.does(orders -> orders.cancel(ids.get(2)));
    house.sent();

    house.trader.on(new CommandEvent.Dropped(ids.get(2), "DISCONNECTED: line=down"));
    house.trader.pass(Duration.ofMinutes(5));

    assertThat(house.sent()).isEmpty();
    assertThat(house.orders()).hasSize(3).endsWith("1.0000 STOP_MARKET DENIED");
  }

  /** Its entry may fill more, and then it is wanted again. */
  @ParameterizedTest
  @CsvSource({
    "by op, ACTIVE",
    "SIBLING_FILLED: order=t filled=1, REPLACED",
    "NOTHING_LEFT: position=FLAT 0, REPLACED",
    "GIVES_WAY: order=t because=its trigger was passed, REPLACED"
  })
  void whatTheRulesOfItsListTookBackComesAgainWhereItsOwnersWishDoesNot(
      String reason, OrderLeg.Stage stage) {
    ListHouse house = ListHouse.linking();
    Order stop = house.trader.order(holdsWithTarget(house).get(2));

    Order dropped =
        ExitMoves.dropped(OrderMoves.cancelRequested(stop, reason, 1), "DISCONNECTED: x", 2);

    assertThat(dropped.status()).isEqualTo(OrderStatus.DENIED);
    assertThat(Objects.requireNonNull(dropped.link()).leg())
        .extracting(OrderLeg::stage)
        .isEqualTo(stage);
  }

  @Test
  void whatItsOwnerTakesBackWhileItIsAwaitedIsNotPlacedAgainThoughTheMarketPassesIt() {
    ListHouse house = ListHouse.linking();
    List<ClientOrderId> ids = holdsWithTarget(house);
    refused(house.trader, ids.get(2));

    house.does(orders -> orders.cancel(ids.get(2)));
    house.trader.trade("89.00");
    house.trader.pass(Duration.ofMinutes(5));

    assertThat(house.orders()).hasSize(3).endsWith("1.0000 STOP_MARKET REJECTED");
  }

  @Test
  void whatTheVenueHasAfterAllIsNotPlacedAgain() {
    ListHouse house = ListHouse.linking();
    List<ClientOrderId> ids = holdsWithTarget(house);
    refused(house.trader, ids.get(2));

    house.trader.accept(ids.get(2));
    house.trader.pass(Duration.ofMinutes(5));

    assertThat(house.sent()).doesNotContain(STOP);
  }

  @Test
  void anEntryIsNotPlacedAgain() {
    ListHouse house = ListHouse.linking();
    List<ClientOrderId> ids = house.places(ListHouse.bracket());
    house.sent();

    refused(house.trader, ids.get(0));
    house.trader.pass(Duration.ofMinutes(5));

    assertThat(house.sent()).isEmpty();
    assertThat(house.trader.order(ids.get(0)).status()).isEqualTo(OrderStatus.REJECTED);
  }
}
