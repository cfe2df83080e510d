package dev.bourse.core.lists;

import static dev.bourse.core.Fixture.ACCOUNT;
import static dev.bourse.core.Fixture.BTC;
import static dev.bourse.core.Fixture.BTCUSD;
import static dev.bourse.core.lists.ListHouse.FREE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.event.CommandEvent;
import dev.bourse.api.event.ControlEvent;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Contingency;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderChange;
import dev.bourse.api.model.OrderList;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.OrderType;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Side;
import dev.bourse.api.model.TrailingOffset;
import dev.bourse.core.Fixture;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Lists at a venue that takes two orders as a pair: what one fills ends the other whole. */
@Tag("N19")
class NativePairTest {
  private static final String PAIR =
      "SubmitPair SELL 1.0000 STOP_MARKET + SubmitPair SELL 1.0000 LIMIT";

  private final ListHouse house = ListHouse.pairing();
  private final Fixture trader = house.trader;

  /** A bracket whose entry has filled; target and stop rest at the venue. */
  private List<ClientOrderId> protectedPosition() {
    List<ClientOrderId> ids = house.places(ListHouse.bracket());
    trader.accept(ids.get(0));
    trader.fill(ids.get(0), "1", "100.00", FREE);
    trader.accept(ids.get(2));
    trader.accept(ids.get(1));
    return ids;
  }

  private void ended(ClientOrderId id) {
    trader.on(new OrderReport.Expired(ACCOUNT, id, "EXPIRED: reason=OCO_TRIGGER", trader.now()));
  }

  private void rejected(ClientOrderId id) {
    trader.now(trader.now() + 1);
    trader.on(new OrderReport.Rejected(ACCOUNT, id, "prices", trader.now()));
  }

  private void denied(ClientOrderId id) {
    trader.now(trader.now() + 1);
    trader.sent(id);
    trader.on(new OrderReport.Denied(ACCOUNT, id, "LOT_SIZE: max=1", trader.now()));
  }

  private List<String> newest(int count) {
    List<String> all = house.orders();
    return all.subList(all.size() - count, all.size());
  }

  private List<ClientOrderId> newestIds() {
    List<Order> all = trader.core().state().ledger().all();
    return all.subList(all.size() - 2, all.size()).stream().map(Order::id).toList();
  }

  @Test
  void theExitsOfABracketGoOutTogetherAndReserveOnce() {
    List<ClientOrderId> ids = house.places(ListHouse.bracket());
    trader.accept(ids.get(0));
    house.sent();

    trader.fill(ids.get(0), "1", "100.00", FREE);

    assertThat(house.sent()).containsExactly(PAIR);
    assertThat(house.reserved(BTC)).isEqualTo(Money.of("1", BTC));
  }

  @Test
  void anEntryThatFillsOnCallsThePairBackAndPlacesItLarger() {
    List<ClientOrderId> ids = house.places(ListHouse.bracket());
    trader.accept(ids.get(0));
    trader.fill(ids.get(0), "0.4", "100.00", FREE);
    trader.accept(ids.get(2));
    trader.accept(ids.get(1));
    house.sent();

    trader.fill(ids.get(0), "0.6", "100.00", FREE);
    List<String> asked = house.sent();
    house.canceled(ids.get(2));
    List<String> between = house.sent();
    house.canceled(ids.get(1));

    assertThat(asked).containsExactly("Cancel SELL 0.4000 STOP_MARKET", "Cancel SELL 0.4000 LIMIT");
    assertThat(between).isEmpty();
    assertThat(house.sent()).containsExactly(PAIR);
    assertThat(house.reserved(BTC)).isEqualTo(Money.of("1", BTC));
  }

  @Test
  void aPartOfTheTargetEndsTheStopAndTheRestGetsBothAgain() {
    List<ClientOrderId> ids = protectedPosition();
    house.sent();

    trader.fill(ids.get(1), "0.3", "110.00", FREE);
    ended(ids.get(2));
    List<String> asked = house.sent();
    house.canceled(ids.get(1));

    assertThat(asked).containsExactly("Cancel SELL 1.0000 LIMIT");
    assertThat(house.sent())
        .containsExactly("SubmitPair SELL 0.7000 STOP_MARKET + SubmitPair SELL 0.7000 LIMIT");
    assertThat(house.reserved(BTC)).isEqualTo(Money.of("0.7", BTC));
  }

  @Test
  void aStopThatIsSetOffStandsAloneAndTheTargetNeverComesAgain() {
    List<ClientOrderId> ids = protectedPosition();
    house.sent();

    trader.on(new OrderReport.Triggered(ACCOUNT, ids.get(2), trader.now()));
    ended(ids.get(1));
    trader.fill(ids.get(2), "0.4", "90.00", FREE);
    trader.fill(ids.get(2), "0.6", "90.00", FREE);

    assertThat(house.sent()).isEmpty();
    assertThat(house.orders(ids))
        .containsExactly(
            "1.0000 LIMIT FILLED", "1.0000 LIMIT EXPIRED", "1.0000 STOP_MARKET FILLED");
    assertThat(house.reserved(BTC)).isEqualTo(BTC.zero());
  }

  @Test
  void aTargetThatItsOwnerCancelsTakesTheStopAlongWhichComesAgainAlone() {
    List<ClientOrderId> ids = protectedPosition();
    house.sent();

    house.does(orders -> orders.cancel(ids.get(1)));
    house.canceled(ids.get(1));
    house.canceled(ids.get(2));

    assertThat(house.sent())
        .containsExactly(
            "Cancel SELL 1.0000 LIMIT",
            "Cancel SELL 1.0000 STOP_MARKET",
            "Submit SELL 1.0000 STOP_MARKET");
    assertThat(newest(1)).containsExactly("1.0000 STOP_MARKET INITIALIZED");
  }

  @Test
  void aFlattenEndsBothForGood() {
    List<ClientOrderId> ids = protectedPosition();
    house.sent();

    trader.on(new ControlEvent.Flatten("op"));
    house.canceled(ids.get(1));
    house.canceled(ids.get(2));

    assertThat(house.sent()).endsWith("Submit SELL 1.0000 MARKET");
    assertThat(trader.core().state().ledger().lists(null)).isEmpty();
  }

  @Test
  void aPairThatTheVenueRefusesLeavesTheStopWhichIsTriedOnce() {
    List<ClientOrderId> ids = house.places(ListHouse.bracket());
    trader.accept(ids.get(0));
    trader.fill(ids.get(0), "1", "100.00", FREE);
    house.sent();

    rejected(ids.get(2));
    rejected(ids.get(1));
    List<String> again = house.sent();
    rejected(trader.last().id());

    assertThat(again).containsExactly("Submit SELL 1.0000 STOP_MARKET");
    assertThat(house.sent()).isEmpty();
    assertThat(trader.core().state().ledger().live()).isEmpty();
  }

  @Test
  @Tag("B7")
  void aPairThatTheAdapterDeniesLeavesTheStopWhichIsTriedOnce() {
    List<ClientOrderId> ids = house.places(ListHouse.bracket());
    trader.accept(ids.get(0));
    trader.fill(ids.get(0), "1", "100.00", FREE);
    house.sent();

    denied(ids.get(2));
    denied(ids.get(1));
    List<String> again = house.sent();
    denied(trader.last().id());
    trader.pass(Duration.ofMinutes(5));

    assertThat(again).containsExactly("Submit SELL 1.0000 STOP_MARKET");
    assertThat(house.sent()).isEmpty();
    assertThat(trader.core().state().ledger().live()).isEmpty();
    assertThat(house.reserved(BTC)).isEqualTo(BTC.zero());
  }

  @Test
  @Tag("B7")
  void aStopThatItsOwnerTookBackBeforeItLeftStaysAwayWhenTheMarketPassesIt() {
    List<ClientOrderId> ids = house.places(ListHouse.bracket());
    trader.accept(ids.get(0));
    trader.fill(ids.get(0), "1", "100.00", FREE);
    house.sent();

    trader.on(new ControlEvent.Cancel(ids.get(2), "op"));
    denied(ids.get(2));
    denied(ids.get(1));
    trader.pass(Duration.ofSeconds(10));
    List<String> again = house.sent();
    trader.accept(trader.last().id());
    trader.trade("50.00");
    trader.pass(Duration.ofMinutes(5));

    assertThat(trader.order(ids.get(2)).spec().type()).isEqualTo(OrderType.STOP_MARKET);
    assertThat(again)
        .endsWith("Submit SELL 1.0000 LIMIT")
        .doesNotContain("Submit SELL 1.0000 STOP_MARKET");
    assertThat(house.sent()).isEmpty();
  }

  @Test
  void aTargetThatTheMarketHasReachedGoesAloneAndIsCalledBackIfItStays() {
    List<ClientOrderId> ids = house.places(ListHouse.bracket());
    trader.accept(ids.get(0));
    trader.trade("111.00");
    house.sent();

    trader.fill(ids.get(0), "1", "100.00", FREE);
    List<String> first = house.sent();
    trader.accept(ids.get(1));
    trader.trade("105.00");
    List<String> asked = house.sent();
    house.canceled(ids.get(1));

    assertThat(first).containsExactly("Submit SELL 1.0000 LIMIT");
    assertThat(asked).containsExactly("Cancel SELL 1.0000 LIMIT");
    assertThat(house.sent()).containsExactly(PAIR);
  }

  @Test
  void aStopThatTheMarketHasPassedLeavesAtOnce() {
    List<ClientOrderId> ids = house.places(ListHouse.bracket());
    trader.accept(ids.get(0));
    trader.trade("89.00");
    house.sent();

    trader.fill(ids.get(0), "1", "100.00", FREE);
    trader.trade("88.00");

    assertThat(house.sent()).containsExactly("Submit SELL 1.0000 MARKET");
    assertThat(house.orders(ids).get(1)).isEqualTo("1.0000 LIMIT EMULATED");
  }

  @Test
  @Tag("B1")
  void aPairWhoseAnswerIsLostIsAskedForOrderByOrderAndNotSentAgain() {
    List<ClientOrderId> ids = house.places(ListHouse.bracket());
    trader.accept(ids.get(0));
    trader.fill(ids.get(0), "1", "100.00", FREE);
    house.sent();

    trader.sent(ids.get(2));
    trader.sent(ids.get(1));
    trader.on(new OrderReport.AnswerLost(ACCOUNT, ids.get(2), "timeout", trader.now()));
    trader.on(new OrderReport.AnswerLost(ACCOUNT, ids.get(1), "timeout", trader.now()));
    trader.trade("101.00");

    assertThat(house.sent())
        .containsExactly("Query SELL 1.0000 STOP_MARKET", "Query SELL 1.0000 LIMIT");
    assertThat(house.reserved(BTC)).isEqualTo(Money.of("1", BTC));
  }

  @Test
  void aPairThatNeverLeftIsDroppedOrderByOrder() {
    List<ClientOrderId> ids = house.places(ListHouse.bracket());
    trader.accept(ids.get(0));
    trader.fill(ids.get(0), "1", "100.00", FREE);

    trader.on(new CommandEvent.Dropped(ids.get(2), "VENUE_BUSY"));
    trader.on(new CommandEvent.Dropped(ids.get(1), "VENUE_BUSY"));

    assertThat(house.orders(ids).subList(1, 3))
        .containsExactly("1.0000 LIMIT DENIED", "1.0000 STOP_MARKET DENIED");
    assertThat(house.reserved(BTC)).isEqualTo(BTC.zero());
  }

  @Test
  void aPairThatNeverLeftComesAgainAsAPairThoughThatIsHeardOneAfterTheOther() {
    List<ClientOrderId> ids = house.places(ListHouse.bracket());
    trader.accept(ids.get(0));
    trader.fill(ids.get(0), "1", "100.00", FREE);
    house.sent();

    trader.on(new CommandEvent.Dropped(ids.get(2), "VENUE_BUSY"));
    trader.now(trader.now() + 1_000);
    trader.on(new CommandEvent.Dropped(ids.get(1), "VENUE_BUSY"));
    trader.pass(Duration.ofSeconds(5));

    assertThat(house.sent()).containsExactly(PAIR);
    assertThat(house.reserved(BTC)).isEqualTo(Money.of("1", BTC));
  }

  @Test
  void twoEntriesThatCancelEachOtherAreOneCommand() {
    OrderSpec dip = OrderSpec.limit(BTCUSD, Side.BUY, BTCUSD.quantity("1"), BTCUSD.price("90.00"));
    OrderSpec breakout =
        OrderSpec.stop(BTCUSD, Side.BUY, BTCUSD.quantity("1"), BTCUSD.price("110.00"));

    List<ClientOrderId> ids = house.places(OrderList.oneCancelsOther(dip, breakout));
    trader.accept(ids.get(0));
    trader.accept(ids.get(1));
    trader.fill(ids.get(0), "0.4", "90.00", FREE);
    ended(ids.get(1));

    assertThat(house.sent())
        .containsExactly("SubmitPair BUY 1.0000 STOP_MARKET + SubmitPair BUY 1.0000 LIMIT");
    assertThat(house.orders(ids))
        .containsExactly("1.0000 LIMIT PARTIALLY_FILLED", "1.0000 STOP_MARKET EXPIRED");
  }

  @Test
  void whatTheVenueDoesNotTakeAsAPairIsDenied() {
    Quantity one = BTCUSD.quantity("1");
    OrderSpec target = OrderSpec.limit(BTCUSD, Side.BUY, one, BTCUSD.price("90.00"));
    OrderSpec trailing =
        OrderSpec.trailingStop(BTCUSD, Side.BUY, one, TrailingOffset.basisPoints(100));

    List<ClientOrderId> ids =
        house.places(new OrderList(null, List.of(target, trailing), Contingency.OCO));

    assertThat(house.sent()).isEmpty();
    assertThat(trader.order(ids.get(0)).status()).isEqualTo(OrderStatus.DENIED);
    assertThat(trader.order(ids.get(0)).reason())
        .startsWith("UNSUPPORTED_ORDER: linked=OCO supported=false: the venue takes a stop");
  }

  @Test
  void oneOfAPairCannotBeChanged() {
    List<ClientOrderId> ids = protectedPosition();
    house.sent();

    house.does(orders -> orders.amend(ids.get(2), OrderChange.triggerPrice(BTCUSD.price("95.00"))));

    assertThat(house.sent()).isEmpty();
    assertThat(trader.order(ids.get(2)).status()).isEqualTo(OrderStatus.ACCEPTED);
    assertThat(newestIds()).contains(ids.get(2));
  }
}
