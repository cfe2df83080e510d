package dev.bourse.exchange.simulated;

import static dev.bourse.api.model.Side.BUY;
import static dev.bourse.api.model.Side.SELL;
import static dev.bourse.testkit.Instruments.BTCUSD;
import static dev.bourse.testkit.Market.bar;
import static dev.bourse.testkit.Market.trade;
import static dev.bourse.testkit.TestOrders.limit;
import static dev.bourse.testkit.TestOrders.order;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.model.Contingency;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.testkit.TestStore;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A target and a stop of one position: one reservation for both, and what one fills the other
 * loses.
 */
class LinkedOrdersTest {
  private static Order target(Contingency contingency) {
    return LinkedOrders.in("list", contingency, limit("target", BTCUSD, SELL, "1", "105.00"));
  }

  private static Order stop(Contingency contingency) {
    OrderSpec spec = OrderSpec.stop(BTCUSD, SELL, Quantity.of("1"), Price.of("95.00"));
    return LinkedOrders.in("list", contingency, order("stop", spec));
  }

  private static Desk holdingOne() {
    return Desk.open("balances", "1 BTC", "slippage", "0");
  }

  @Test
  @Tag("N19")
  void bothReserveWhatTheGreaterOfThemNeeds() {
    Desk desk = holdingOne().feed(trade(BTCUSD, 9, "100.00", "1"));

    desk.submit(10, target(Contingency.OCO)).submit(10, stop(Contingency.OCO)).at(11);
    String both = desk.balances().get(0);
    desk.cancel(11, target(Contingency.OCO)).at(12);
    String one = desk.balances().get(0);
    desk.cancel(12, stop(Contingency.OCO)).at(13);

    assertThat(both).isEqualTo("1.00000000 BTC (1.00000000)");
    assertThat(one).isEqualTo("1.00000000 BTC (1.00000000)");
    assertThat(desk.balances()).containsExactly("1.00000000 BTC (0.00000000)");
  }

  @Test
  @Tag("N19")
  void whatOneFillsEndsTheOther() {
    Desk desk = holdingOne().feed(bar(BTCUSD, 60, "100.00 100.00 100.00 100.00", "50"));
    desk.submit(60, target(Contingency.OCO)).submit(60, stop(Contingency.OCO));

    desk.feed(bar(BTCUSD, 120, "100.00 110.00 90.00 100.00", "50"));

    assertThat(desk.reports())
        .containsExactly(
            "target Accepted",
            "stop Accepted",
            "stop Triggered",
            "stop Filled 95.00 x 1.00000000 fee 0.23750000 USD TAKER",
            "target Canceled SIBLING_FILLED: order=stop filled=0.00000000 of 1.00000000");
    assertThat(desk.balances()).containsExactly("94.76250000 USD (0.00000000)");
  }

  @Test
  @Tag("N19")
  void whatOneFillsIsTakenOffTheOther() {
    Desk desk = holdingOne().feed(trade(BTCUSD, 9, "100.00", "1"));
    desk.submit(10, target(Contingency.OUO)).submit(10, stop(Contingency.OUO));

    desk.feed(
        trade(BTCUSD, 11, "106.00", "0.4"),
        trade(BTCUSD, 12, "95.00", "9"),
        trade(BTCUSD, 13, "95.00", "9"));

    assertThat(desk.reports())
        .containsExactly(
            "target Accepted",
            "stop Accepted",
            "target Filled 105.00 x 0.40000000 fee 0.10500000 USD MAKER",
            "stop Updated quantity=0.60000000",
            "stop Triggered",
            "stop Filled 95.00 x 0.60000000 fee 0.14250000 USD TAKER",
            "target Canceled SIBLING_FILLED: order=stop filled=0.40000000 of 1.00000000");
    assertThat(desk.balances()).containsExactly("98.75250000 USD (0.00000000)");
  }

  @Test
  @Tag("N19")
  void whatOneFilledBeforeTheOtherArrivedIsTakenOffOnArrival() {
    Desk desk = holdingOne().feed(trade(BTCUSD, 9, "100.00", "1"));
    Order early = LinkedOrders.of("target", "stop", limit("target", BTCUSD, SELL, "1", "105.00"));
    OrderSpec spec = OrderSpec.stop(BTCUSD, SELL, Quantity.of("1"), Price.of("95.00"));
    Order late = LinkedOrders.of("target", "target", order("stop", spec));

    desk.submit(10, early).feed(trade(BTCUSD, 10.5, "106.00", "0.4")).submit(10.6, late).at(11);

    assertThat(desk.reports())
        .containsExactly(
            "target Accepted",
            "target Filled 105.00 x 0.40000000 fee 0.10500000 USD MAKER",
            "stop Accepted",
            "stop Updated quantity=0.60000000");
    assertThat(desk.balances())
        .containsExactly("0.60000000 BTC (0.60000000)", "41.89500000 USD (0.00000000)");
  }

  @Test
  @Tag("N19")
  void anOrderWhoseSiblingFilledAllBeforeItArrivedEndsOnArrival() {
    Desk desk = holdingOne().feed(trade(BTCUSD, 9, "100.00", "1"));
    Order early = LinkedOrders.of("target", "stop", limit("target", BTCUSD, SELL, "1", "105.00"));
    OrderSpec spec = OrderSpec.stop(BTCUSD, SELL, Quantity.of("1"), Price.of("95.00"));
    Order late = LinkedOrders.of("target", "target", order("stop", spec));

    desk.submit(10, early).feed(trade(BTCUSD, 10.5, "106.00", "9")).submit(10.6, late).at(11);

    assertThat(desk.reports())
        .endsWith(
            "stop Accepted",
            "stop Canceled SIBLING_FILLED: order=target filled=0.00000000 of 1.00000000");
    assertThat(desk.massReport().openOrders()).isEmpty();
  }

  @Test
  @Tag("N19")
  void thePartThatIsGoneIsNotReservedAnyMore() {
    Desk desk = holdingOne().feed(trade(BTCUSD, 9, "100.00", "1"));
    desk.submit(10, target(Contingency.OUO)).submit(10, stop(Contingency.OUO));

    desk.feed(trade(BTCUSD, 11, "106.00", "0.4"));

    assertThat(desk.balances())
        .containsExactly("0.60000000 BTC (0.60000000)", "41.89500000 USD (0.00000000)");
  }

  @Test
  void ordersWithoutAListReserveEachForItself() {
    Desk desk = holdingOne().feed(trade(BTCUSD, 9, "100.00", "1"));

    desk.submit(10, limit("a", BTCUSD, SELL, "1", "105.00"))
        .submit(10, limit("b", BTCUSD, SELL, "1", "106.00"))
        .at(11);

    assertThat(desk.reports())
        .containsExactly(
            "a Accepted",
            "b Rejected INSUFFICIENT_BALANCE: required=1.00000000 BTC free=0.00000000 BTC");
  }

  @Test
  void aGroupIsAGroupAfterAKill() {
    TestStore store = new TestStore();
    Desk before = Desk.open(store, "balances", "1 BTC").feed(trade(BTCUSD, 9, "100.00", "1"));
    before.submit(10, target(Contingency.OCO)).submit(10, stop(Contingency.OCO));

    Desk after = Desk.open(store.afterPowerCut()).at(11).feed(trade(BTCUSD, 12, "106.00", "9"));

    assertThat(after.reports())
        .endsWith(
            "target Filled 105.00 x 1.00000000 fee 0.26250000 USD MAKER",
            "stop Canceled SIBLING_FILLED: order=target filled=0.00000000 of 1.00000000");
    assertThat(after.balances()).containsExactly("104.73750000 USD (0.00000000)");
  }

  @Test
  void aBuyMayReplaceABuyWithTheSameMoney() {
    Desk desk = Desk.open("balances", "150 USD", "slippage", "0", "fee.maker", "0");
    desk.feed(trade(BTCUSD, 9, "100.00", "1"));
    OrderSpec above = OrderSpec.stop(BTCUSD, BUY, Quantity.of("1"), Price.of("110.00"));
    desk.submit(10, LinkedOrders.in("l", Contingency.OCO, limit("low", BTCUSD, BUY, "1", "90")))
        .submit(10, LinkedOrders.in("l", Contingency.OCO, order("high", above)))
        .at(11);

    String both = desk.balances().get(0);
    desk.feed(trade(BTCUSD, 12, "80.00", "9"));

    assertThat(both).isEqualTo("150.00000000 USD (110.27500000)");
    assertThat(desk.balances())
        .containsExactly("1.00000000 BTC (0.00000000)", "60.00000000 USD (0.00000000)");
  }
}
