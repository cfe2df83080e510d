package dev.bourse.exchange.simulated;

import static dev.bourse.api.model.Side.BUY;
import static dev.bourse.api.model.Side.SELL;
import static dev.bourse.testkit.Instruments.BTCUSD;
import static dev.bourse.testkit.Market.quote;
import static dev.bourse.testkit.Market.trade;
import static dev.bourse.testkit.TestOrders.order;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderChange;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Trigger;
import dev.bourse.api.model.TriggerType;
import dev.bourse.testkit.TestStore;
import org.junit.jupiter.api.Test;

/** Stops and if-touched orders by trades and quotes. */
class ConditionalOrdersTest {
  private static final Quantity ONE = Quantity.of("1");

  private static Desk holding(String... parameters) {
    String[] all = new String[parameters.length + 2];
    all[0] = "balances";
    all[1] = "10000 USD,5 BTC";
    System.arraycopy(parameters, 0, all, 2, parameters.length);
    return Desk.open(all);
  }

  private static Order stop(String id, String trigger) {
    return order(id, OrderSpec.stop(BTCUSD, SELL, ONE, Price.of(trigger)));
  }

  private static Order stop(String id, String trigger, TriggerType type) {
    OrderSpec spec = OrderSpec.stop(BTCUSD, SELL, ONE, Price.of(trigger));
    return order(id, spec.withTrigger(Trigger.at(Price.of(trigger)).by(type)));
  }

  @Test
  void aStopIsSetOffByATradeAndSellsWhatComesAfterItAtTheWorsePrice() {
    Desk desk = holding().feed(trade(BTCUSD, 9, "100.00", "1"));
    desk.submit(10, stop("a", "95.00"));

    desk.feed(
        trade(BTCUSD, 11, "95.01", "9"),
        trade(BTCUSD, 12, "94.00", "9"),
        trade(BTCUSD, 13, "96.00", "9"));

    assertThat(desk.reports())
        .containsExactly(
            "a Accepted", "a Triggered", "a Filled 93.99 x 1.00000000 fee 0.23497500 USD TAKER");
  }

  @Test
  void aStopLimitRestsAtItsLimitOnceItIsSetOff() {
    Desk desk = holding().feed(trade(BTCUSD, 9, "100.00", "1"));
    desk.submit(
        10, order("a", OrderSpec.stopLimit(BTCUSD, SELL, ONE, Price.of("95"), Price.of("94.50"))));

    desk.feed(
        trade(BTCUSD, 11, "94.00", "9"),
        trade(BTCUSD, 12, "94.50", "9"),
        trade(BTCUSD, 13, "94.51", "9"));

    assertThat(desk.reports())
        .containsExactly(
            "a Accepted", "a Triggered", "a Filled 94.50 x 1.00000000 fee 0.23625000 USD MAKER");
  }

  @Test
  void anIfTouchedOrderSellsAboveTheMarket() {
    Desk desk = holding().feed(trade(BTCUSD, 9, "100.00", "1"));
    desk.submit(10, order("market", OrderSpec.ifTouched(BTCUSD, SELL, ONE, Price.of("105"))))
        .submit(
            10,
            order(
                "limit",
                OrderSpec.limitIfTouched(BTCUSD, SELL, ONE, Price.of("105"), Price.of("104"))));

    desk.feed(trade(BTCUSD, 11, "105.00", "9"), trade(BTCUSD, 12, "106.00", "9"));

    assertThat(desk.reports())
        .containsExactly(
            "market Accepted",
            "limit Accepted",
            "market Triggered",
            "limit Triggered",
            "market Filled 104.99 x 1.00000000 fee 0.26247500 USD TAKER",
            "limit Filled 104.99 x 1.00000000 fee 0.26247500 USD TAKER");
  }

  @Test
  void aStopThatTheMarketHasPassedIsRefused() {
    Desk desk = holding().feed(trade(BTCUSD, 9, "100.00", "1"));

    desk.submit(10, stop("a", "100.00")).submit(10, stop("b", "99.99")).at(11);

    assertThat(desk.reports())
        .containsExactly(
            "a Rejected STOP_IN_MARKET: trigger=100.00 market=100.00: it would trigger immediately",
            "b Accepted");
  }

  @Test
  void aStopThatTheMarketHasPassedIsSetOffAtOnceIfTheVenueIsSoConfigured() {
    Desk desk =
        holding("stop.in.market", "trigger").feed(quote(BTCUSD, 9, "99.00", "5", "101.00", "5"));

    desk.submit(10, stop("a", "100.00")).at(11);

    assertThat(desk.reports())
        .containsExactly(
            "a Accepted", "a Triggered", "a Filled 98.99 x 1.00000000 fee 0.24747500 USD TAKER");
  }

  @Test
  void eachTriggerTypeWatchesItsOwnPrice() {
    Desk desk =
        holding()
            .feed(quote(BTCUSD, 8, "99.00", "50", "101.00", "50"), trade(BTCUSD, 9, "100.00", "1"));
    desk.submit(10, stop("last", "95.00", TriggerType.LAST_PRICE))
        .submit(10, stop("quote", "95.00", TriggerType.BID_ASK))
        .submit(10, stop("middle", "95.00", TriggerType.MID_POINT))
        .submit(10, stop("either", "95.00", TriggerType.LAST_OR_BID_ASK))
        .at(11);
    desk.sink.take();

    desk.feed(quote(BTCUSD, 12, "95.00", "50", "96.00", "50"));
    int byBid = desk.fills().size();
    desk.feed(quote(BTCUSD, 13, "94.00", "50", "96.00", "50"));
    int byMiddle = desk.fills().size();
    desk.feed(trade(BTCUSD, 14, "95.00", "1"));

    assertThat(byBid).isEqualTo(2);
    assertThat(byMiddle).isEqualTo(3);
    assertThat(desk.reports().stream().filter(text -> text.endsWith("Triggered")))
        .containsExactly(
            "quote Triggered", "either Triggered", "middle Triggered", "last Triggered");
  }

  @Test
  void aDoubleTriggerNeedsTwoPricesInARow() {
    Desk desk = holding().feed(trade(BTCUSD, 9, "100.00", "1"));
    desk.submit(10, stop("a", "95.00", TriggerType.DOUBLE_LAST));

    desk.feed(
        trade(BTCUSD, 11, "94.00", "9"),
        trade(BTCUSD, 12, "96.00", "9"),
        trade(BTCUSD, 13, "95.00", "9"));
    int before = desk.reports().size();
    desk.feed(trade(BTCUSD, 14, "93.00", "9"));

    assertThat(before).isEqualTo(1);
    assertThat(desk.reports()).containsExactly("a Accepted", "a Triggered");
  }

  @Test
  void aStopReservesWhatItWillPayAndCanBeMovedAndTakenBack() {
    Desk desk = Desk.open("balances", "1000 USD").feed(trade(BTCUSD, 9, "100.00", "1"));
    Order buy = order("a", OrderSpec.stop(BTCUSD, BUY, ONE, Price.of("110.00")));
    desk.submit(10, buy).at(11);

    desk.amend(11, buy, OrderChange.triggerPrice(Price.of("120.00"))).at(12);
    String reserved = desk.balances().get(0);
    desk.cancel(12, buy).at(13);

    assertThat(reserved).isEqualTo("1000.00000000 USD (120.31002500)");
    assertThat(desk.balances()).containsExactly("1000.00000000 USD (0.00000000)");
  }

  @Test
  void aPostOnlyStopLimitThatWouldTakeEndsInsteadOfTaking() {
    Desk desk = holding().feed(quote(BTCUSD, 9, "99.00", "5", "101.00", "5"));
    OrderSpec spec =
        OrderSpec.stopLimit(BTCUSD, SELL, ONE, Price.of("95"), Price.of("90")).postingOnly();
    desk.submit(10, order("a", spec)).at(11);

    desk.feed(quote(BTCUSD, 12, "94.00", "5", "96.00", "5"));

    assertThat(desk.reports())
        .containsExactly(
            "a Accepted",
            "a Triggered",
            "a Canceled POST_ONLY_WOULD_TAKE: price=90.00 filled=0.00000000 of 1.00000000");
  }

  @Test
  void waitsForItsTriggerAcrossAKill() {
    TestStore store = new TestStore();
    Desk before = Desk.open(store, "balances", "0 USD,5 BTC").feed(trade(BTCUSD, 9, "100.00", "1"));
    before.submit(10, stop("a", "95.00", TriggerType.DOUBLE_LAST));
    before.feed(trade(BTCUSD, 11, "94.00", "1"));

    Desk after = Desk.open(store.afterKill());
    after.feed(trade(BTCUSD, 12, "94.00", "1"), trade(BTCUSD, 13, "93.00", "1"));

    assertThat(after.reports())
        .containsExactly("a Triggered", "a Filled 92.99 x 1.00000000 fee 0.23247500 USD TAKER");
  }
}
