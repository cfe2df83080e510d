package dev.bourse.core.lists;

import static dev.bourse.core.Fixture.ACCOUNT;
import static dev.bourse.core.Fixture.BTC;
import static dev.bourse.core.Fixture.BTCUSD;
import static dev.bourse.core.Fixture.USD;
import static dev.bourse.core.lists.ListHouse.FREE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.event.OrderReport;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Contingency;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderChange;
import dev.bourse.api.model.OrderList;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.Side;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Pairs for a position of 1 BTC that is there, and lists whose orders do not share a quantity. */
@Tag("N19")
class ListPairsTest {
  private ListHouse house = ListHouse.plain(true);

  private List<ClientOrderId> exits(Contingency contingency) {
    house.does(orders -> orders.buyMarket(BTCUSD.quantity("1")));
    ClientOrderId bought = house.trader.last().id();
    house.trader.accept(bought);
    house.trader.fill(bought, "1", "100.00", FREE);
    house.sent();
    return house.places(ListHouse.pair(BTCUSD.quantity("1"), contingency));
  }

  private void told(ClientOrderId id, String quantity) {
    OrderChange change = OrderChange.quantity(BTCUSD.quantity(quantity));
    house.trader.on(new OrderReport.Updated(ACCOUNT, id, "v", change, house.trader.now()));
  }

  @Test
  void ofAPairTheTargetRestsAtTheVenueAndTheStopWatchesHere() {
    List<ClientOrderId> ids = exits(Contingency.OCO);

    assertThat(house.sent()).containsExactly("Submit SELL 1.0000 LIMIT");
    assertThat(house.orders(ids))
        .containsExactly("1.0000 LIMIT INITIALIZED", "1.0000 STOP_MARKET EMULATED");
    assertThat(house.reserved(BTC)).isEqualTo(Money.of("1", BTC));
  }

  @Test
  void aPartOfTheTargetEndsTheStopThatItCancels() {
    List<ClientOrderId> ids = exits(Contingency.OCO);
    house.trader.accept(ids.get(0));

    house.trader.fill(ids.get(0), "0.3", "110.00", FREE);

    assertThat(house.orders(ids))
        .containsExactly("1.0000 LIMIT PARTIALLY_FILLED", "1.0000 STOP_MARKET CANCELED");
    assertThat(house.trader.order(ids.get(1)).reason())
        .isEqualTo("SIBLING_FILLED: order=" + ids.get(0) + " filled=0.3000");
    assertThat(house.reserved(BTC)).isEqualTo(Money.of("0.7", BTC));
  }

  @Test
  void theStopThatAPartOfTheTargetCancelledDoesNotComeAgain() {
    List<ClientOrderId> ids = exits(Contingency.OCO);
    house.trader.accept(ids.get(0));

    house.trader.fill(ids.get(0), "0.3", "110.00", FREE);
    house.trader.trade("95.00");

    assertThat(house.trader.core().state().ledger().list(ids.get(0)))
        .extracting(Order::id)
        .containsExactlyElementsOf(ids);
  }

  @Test
  void aPartOfTheTargetIsTakenOffTheStopThatItUpdates() {
    List<ClientOrderId> ids = exits(Contingency.OUO);
    house.trader.accept(ids.get(0));
    house.sent();

    house.trader.fill(ids.get(0), "0.3", "110.00", FREE);
    List<String> part = house.orders(ids);
    house.trader.trade("89.00");
    house.canceled(ids.get(0));

    assertThat(part)
        .containsExactly("1.0000 LIMIT PARTIALLY_FILLED", "0.7000 STOP_MARKET EMULATED");
    assertThat(house.sent())
        .containsExactly("Cancel SELL 1.0000 LIMIT", "Submit SELL 0.7000 MARKET");
  }

  @Test
  void whereTheVenueLinksBothRestThereAndReserveOnce() {
    house = ListHouse.linking();
    List<ClientOrderId> ids = exits(Contingency.OCO);
    List<String> sent = house.sent();
    ids.forEach(house.trader::accept);

    house.trader.fill(ids.get(0), "0.3", "110.00", FREE);
    Money reserved = house.reserved(BTC);
    house.canceled(ids.get(1));

    assertThat(sent).containsExactly("Submit SELL 1.0000 LIMIT", "Submit SELL 1.0000 STOP_MARKET");
    assertThat(reserved).isEqualTo(Money.of("1", BTC));
    assertThat(house.reserved(BTC)).isEqualTo(Money.of("0.7", BTC));
    assertThat(house.sent()).isEmpty();
  }

  @Test
  void twoEntriesThatCancelEachOtherReserveTheDearerOne() {
    house = ListHouse.linking();
    OrderSpec dip = OrderSpec.limit(BTCUSD, Side.BUY, BTCUSD.quantity("1"), BTCUSD.price("90.00"));
    OrderSpec breakout =
        OrderSpec.stopLimit(
            BTCUSD, Side.BUY, BTCUSD.quantity("1"), BTCUSD.price("110.00"), BTCUSD.price("110.00"));

    List<ClientOrderId> ids = house.places(OrderList.oneCancelsOther(dip, breakout));
    Money both = house.reserved(USD);
    ids.forEach(house.trader::accept);
    house.trader.fill(ids.get(0), "1", "90.00", FREE);
    house.canceled(ids.get(1));

    assertThat(both).isEqualTo(Money.of("110.22", USD));
    assertThat(house.reserved(USD)).isEqualTo(USD.zero());
    assertThat(house.orders(ids))
        .containsExactly("1.0000 LIMIT FILLED", "1.0000 STOP_LIMIT CANCELED");
  }

  @Test
  void aPairWithoutATriggerIsDeniedWhereTheVenueLinksNothing() {
    OrderSpec low = OrderSpec.limit(BTCUSD, Side.BUY, BTCUSD.quantity("1"), BTCUSD.price("90.00"));
    OrderSpec lower =
        OrderSpec.limit(BTCUSD, Side.BUY, BTCUSD.quantity("1"), BTCUSD.price("80.00"));

    List<ClientOrderId> ids = house.places(OrderList.oneUpdatesOther(low, lower));

    assertThat(house.sent()).isEmpty();
    assertThat(house.orders(ids)).containsExactly("1.0000 LIMIT DENIED", "1.0000 LIMIT DENIED");
    assertThat(house.trader.order(ids.get(0)).reason())
        .startsWith("UNSUPPORTED_ORDER: linked=OUO supported=false");
  }

  @Test
  void whatAFirstOrderSendsIsTogetherNeverMoreThanItFilled() {
    List<ClientOrderId> ids = house.places(ListHouse.scaledOut());
    house.trader.accept(ids.get(0));
    house.sent();

    house.trader.fill(ids.get(0), "0.4", "100.00", FREE);
    List<String> part = house.sent();
    house.trader.accept(ids.get(1));
    house.trader.fill(ids.get(0), "0.6", "100.00", FREE);

    assertThat(part).containsExactly("Submit SELL 0.4000 LIMIT");
    assertThat(house.sent())
        .containsExactly("Amend SELL 0.4000 LIMIT quantity=0.5000", "Submit SELL 0.5000 LIMIT");
    assertThat(house.reserved(BTC)).isEqualTo(Money.of("1", BTC));
  }

  @Test
  void oneThatFillsLeavesTheOthersThatItDoesNotShareWith() {
    List<ClientOrderId> ids = house.places(ListHouse.scaledOut());
    house.trader.accept(ids.get(0));
    house.trader.fill(ids.get(0), "1", "100.00", FREE);
    house.trader.accept(ids.get(1));
    house.trader.accept(ids.get(2));

    house.trader.fill(ids.get(1), "0.5", "110.00", FREE);

    assertThat(house.orders(ids))
        .containsExactly("1.0000 LIMIT FILLED", "0.5000 LIMIT FILLED", "0.5000 LIMIT ACCEPTED");
    assertThat(house.reserved(BTC)).isEqualTo(Money.of("0.5", BTC));
  }

  @Test
  void aFirstOrderThatEndsUnfilledEndsAllThatWaitForIt() {
    List<ClientOrderId> ids = house.places(ListHouse.scaledOut());
    house.trader.accept(ids.get(0));

    house.canceled(ids.get(0));

    assertThat(house.orders(ids))
        .containsExactly("1.0000 LIMIT CANCELED", "0.5000 LIMIT CANCELED", "0.5000 LIMIT CANCELED");
    assertThat(house.reserved()).containsExactly(USD.zero(), BTC.zero());
  }

  /**
   * For one round trip the stop is 1.0000 while 0.9000 are held; the next amend takes that back.
   */
  @Test
  void anAmendThatCrossesAFillOfTheSiblingIsTakenBackByTheNextOne() {
    house = ListHouse.linking();
    List<ClientOrderId> ids = house.places(ListHouse.bracket());
    house.trader.accept(ids.get(0));
    house.trader.fill(ids.get(0), "0.4", "100.00", FREE);
    house.trader.accept(ids.get(1));
    house.trader.accept(ids.get(2));
    house.trader.fill(ids.get(0), "0.6", "100.00", FREE);
    house.sent();

    house.trader.fill(ids.get(1), "0.1", "110.00", FREE);
    told(ids.get(2), "0.3");
    told(ids.get(1), "1");
    told(ids.get(2), "1");
    List<String> crossed = house.orders(ids);
    List<String> takenBack = house.sent();
    told(ids.get(2), "0.9");

    assertThat(crossed.get(2)).isEqualTo("1.0000 STOP_MARKET PENDING_UPDATE");
    assertThat(takenBack).containsExactly("Amend SELL 1.0000 STOP_MARKET quantity=0.9000");
    assertThat(house.orders(ids).get(2)).isEqualTo("0.9000 STOP_MARKET ACCEPTED");
    assertThat(house.reserved(BTC)).isEqualTo(Money.of("0.9", BTC));
  }
}
