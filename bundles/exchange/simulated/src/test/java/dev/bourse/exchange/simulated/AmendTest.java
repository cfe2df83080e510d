package dev.bourse.exchange.simulated;

import static dev.bourse.api.model.Side.BUY;
import static dev.bourse.api.model.Side.SELL;
import static dev.bourse.testkit.Instruments.BTCUSD;
import static dev.bourse.testkit.Market.quote;
import static dev.bourse.testkit.Market.trade;
import static dev.bourse.testkit.TestOrders.limit;
import static dev.bourse.testkit.TestOrders.market;
import static dev.bourse.testkit.TestOrders.postOnly;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.event.AccountEvent;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderChange;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.testkit.TestStore;
import org.junit.jupiter.api.Test;

/** Changes of open orders: one step, whole or not at all. */
class AmendTest {
  private static final OrderChange SMALLER = OrderChange.quantity(Quantity.of("0.5"));

  @Test
  void changesQuantityAndPriceInOneStepAndTheReservationFollows() {
    Desk desk = Desk.open("balances", "1000 USD").feed(trade(BTCUSD, 9, "100.00", "1"));
    Order order = limit("a", BTCUSD, BUY, "1", "90.00");
    desk.submit(10, order).at(11);

    desk.amend(11, order, new OrderChange(Quantity.of("2"), Price.of("80.00"), null)).at(12);

    assertThat(desk.reports()).endsWith("a Updated quantity=2 price=80.00");
    assertThat(desk.balances()).containsExactly("1000.00000000 USD (160.40000000)");
    assertThat(desk.massReport().openOrders())
        .extracting(OrderReport.Status::terms)
        .containsExactly(new OrderChange(Quantity.of("2.00000000"), Price.of("80.00"), null));
  }

  @Test
  void keepsItsPlaceWhenOnlyTheQuantityFalls() {
    Desk desk = Desk.open().feed(trade(BTCUSD, 9, "100.00", "1"));
    Order first = limit("first", BTCUSD, BUY, "1", "90.00");
    desk.submit(10, first).submit(10, limit("second", BTCUSD, BUY, "1", "90.00")).at(11);

    desk.amend(11, first, SMALLER).feed(trade(BTCUSD, 12, "80.00", "1"));

    assertThat(desk.reports())
        .endsWith(
            "first Filled 90.00 x 0.50000000 fee 0.11250000 USD MAKER",
            "second Filled 90.00 x 0.50000000 fee 0.11250000 USD MAKER");
  }

  @Test
  void losesItsPlaceWhenTheQuantityRises() {
    Desk desk = Desk.open().feed(trade(BTCUSD, 9, "100.00", "1"));
    Order first = limit("first", BTCUSD, BUY, "1", "90.00");
    desk.submit(10, first).submit(10, limit("second", BTCUSD, BUY, "1", "90.00")).at(11);

    desk.amend(11, first, OrderChange.quantity(Quantity.of("1.1")))
        .feed(trade(BTCUSD, 12, "80.00", "1"));

    assertThat(desk.fills()).containsExactly("90.00 x 1.00000000 fee 0.22500000 USD MAKER");
    assertThat(desk.reports()).last().asString().startsWith("second");
  }

  @Test
  void takesAtOnceIfItsNewPriceReachesTheMarket() {
    Desk desk = Desk.open().feed(quote(BTCUSD, 9, "99.00", "5", "101.00", "5"));
    Order order = limit("a", BTCUSD, BUY, "1", "90.00");
    desk.submit(10, order).at(11);

    desk.amend(11, order, OrderChange.price(Price.of("102.00"))).at(12);

    assertThat(desk.fills()).containsExactly("101.01 x 1.00000000 fee 0.25252500 USD TAKER");
    assertThat(desk.balances())
        .containsExactly("1.00000000 BTC (0.00000000)", "9898.73747500 USD (0.00000000)");
  }

  @Test
  void refusesWithAReasonAndLeavesTheOrderAsItWas() {
    Desk desk =
        Desk.open("balances", "100 USD").feed(quote(BTCUSD, 9, "99.00", "5", "101.00", "5"));
    Order order = postOnly("a", BTCUSD, BUY, "1", "90.00");
    Order market = market("gone", BTCUSD, SELL, "1");
    desk.submit(10, order).at(11);

    desk.amend(11, order, OrderChange.quantity(Quantity.of("2")))
        .amend(11, order, OrderChange.price(Price.of("101.00")))
        .amend(11, order, OrderChange.price(Price.of("90.001")))
        .amend(11, order, OrderChange.triggerPrice(Price.of("95.00")))
        .amend(11, market, SMALLER)
        .at(12);

    assertThat(desk.reports())
        .containsExactly(
            "a Accepted",
            "a UpdateRejected INSUFFICIENT_BALANCE: required=180.45000000 USD free=100.00000000 USD",
            "a UpdateRejected POST_ONLY_WOULD_TAKE: price=101.00 market=101.00",
            "a UpdateRejected PRICE_NOT_ON_TICK: price=90.001 tick=0.01",
            "a UpdateRejected UNSUPPORTED_AMEND: trigger=95.00 type=LIMIT",
            "gone UpdateRejected UNKNOWN_ORDER: order=gone");
    assertThat(desk.balances()).containsExactly("100.00000000 USD (90.22500000)");
  }

  @Test
  void refusesLessThanWhatIsFilledAndWhatIsClosed() {
    Desk desk = Desk.open().feed(trade(BTCUSD, 9, "100.00", "1"));
    Order order = limit("a", BTCUSD, BUY, "1", "90.00");
    desk.submit(10, order).feed(trade(BTCUSD, 11, "80.00", "0.5"));

    desk.amend(11, order, SMALLER).cancel(11, order).amend(11, order, SMALLER).at(12);

    assertThat(desk.reports())
        .endsWith(
            "a UpdateRejected QUANTITY_FILLED: quantity=0.5 filled=0.50000000",
            "a Canceled CANCELED_BY_TRADER: filled=0.50000000 of 1.00000000",
            "a UpdateRejected ORDER_CLOSED: status=CANCELED filled=0.50000000 of 1.00000000");
  }

  @Test
  void remembersAChangeAndOneOnItsWayAfterAKill() {
    TestStore store = new TestStore();
    Desk before = Desk.open(store).feed(trade(BTCUSD, 9, "100.00", "1"));
    Order order = limit("a", BTCUSD, BUY, "1", "90.00");
    before.submit(10, order).amend(11, order, SMALLER).at(12);
    before.amend(13, order, OrderChange.price(Price.of("91.00")));

    Desk after = Desk.open(store.afterPowerCut());
    AccountEvent.MassReport known = after.massReport();
    after.at(14);

    assertThat(known.openOrders().get(0).terms())
        .isEqualTo(new OrderChange(Quantity.of("0.50000000"), Price.of("90.00"), null));
    assertThat(after.massReport().openOrders().get(0).terms())
        .isEqualTo(new OrderChange(Quantity.of("0.50000000"), Price.of("91.00"), null));
  }
}
