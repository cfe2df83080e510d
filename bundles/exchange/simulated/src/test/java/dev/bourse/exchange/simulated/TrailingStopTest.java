package dev.bourse.exchange.simulated;

import static dev.bourse.api.model.Side.BUY;
import static dev.bourse.api.model.Side.SELL;
import static dev.bourse.testkit.Instruments.BTCUSD;
import static dev.bourse.testkit.Market.bar;
import static dev.bourse.testkit.Market.trade;
import static dev.bourse.testkit.TestOrders.order;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.event.OrderReport;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.TrailingOffset;
import dev.bourse.testkit.TestStore;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Triggers that follow the price. */
class TrailingStopTest {
  private static final Quantity ONE = Quantity.of("1");
  private static final TrailingOffset FIVE = new TrailingOffset.ByPrice(Price.of("5"));

  private static Order trailing(String id) {
    return order(id, OrderSpec.trailingStop(BTCUSD, SELL, ONE, FIVE));
  }

  private static Desk desk() {
    return Desk.open("balances", "0 USD,5 BTC", "slippage", "0");
  }

  @Test
  void followsThePriceUpAndNeverDown() {
    Desk desk = desk().feed(trade(BTCUSD, 9, "100.00", "1"));
    desk.submit(10, trailing("a"));

    desk.feed(
        trade(BTCUSD, 11, "110.00", "9"),
        trade(BTCUSD, 12, "105.01", "9"),
        trade(BTCUSD, 13, "105.00", "9"),
        trade(BTCUSD, 14, "104.00", "9"));

    assertThat(desk.reports())
        .containsExactly(
            "a Accepted",
            "a Updated trigger=95.00",
            "a Updated trigger=105.00",
            "a Triggered",
            "a Filled 104.00 x 1.00000000 fee 0.26000000 USD TAKER");
  }

  @Test
  void reportsAMoveOnceItIsATenthOfTheDistance() {
    Desk desk = desk().feed(trade(BTCUSD, 9, "100.00", "1"));
    desk.submit(10, trailing("a"));

    for (int i = 1; i <= 100; i++) {
      desk.feed(
          trade(BTCUSD, 10 + i, "10" + (i / 100) + "." + (i % 100 < 10 ? "0" : "") + i % 100, "9"));
    }
    desk.query(120, trailing("a")).at(121);

    assertThat(desk.sink.events(OrderReport.Updated.class))
        .extracting(report -> report.change().triggerPrice())
        .containsExactly(Price.of("95.00"), Price.of("95.50"), Price.of("96.00"));
    assertThat(desk.sink.events(OrderReport.Status.class))
        .extracting(report -> String.valueOf(report.terms()))
        .containsExactly("quantity=1.00000000 trigger=96.00");
  }

  @Test
  void trailsFromItsActivationPriceOn() {
    OrderSpec spec = OrderSpec.trailingStop(BTCUSD, BUY, ONE, TrailingOffset.basisPoints(500));
    Order order = order("a", spec.withTriggerPrice(Price.of("440.00")));
    Desk desk = Desk.open("slippage", "0").feed(trade(BTCUSD, 9, "400.00", "1"));
    desk.submit(10, order).at(11);

    desk.feed(trade(BTCUSD, 12, "370.00", "9"), trade(BTCUSD, 13, "388.50", "9"));
    List<String> notYet = desk.reports();
    desk.feed(
        trade(BTCUSD, 14, "440.00", "9"),
        trade(BTCUSD, 15, "460.00", "9"),
        trade(BTCUSD, 16, "420.00", "9"),
        trade(BTCUSD, 17, "440.99", "9"));
    List<String> active = desk.reports();
    desk.feed(trade(BTCUSD, 18, "441.00", "9"));

    assertThat(notYet).containsExactly("a Accepted");
    assertThat(active)
        .containsExactly("a Accepted", "a Updated trigger=462.00", "a Updated trigger=441.00");
    assertThat(desk.reports()).last().isEqualTo("a Triggered");
  }

  @Test
  void aTrailingStopLimitPutsItsLimitBehindTheTrigger() {
    TrailingOffset tick = new TrailingOffset.ByTicks(100);
    Desk desk = desk().feed(trade(BTCUSD, 9, "100.00", "1"));
    desk.submit(10, order("a", OrderSpec.trailingStopLimit(BTCUSD, SELL, ONE, FIVE, tick)));

    desk.feed(
        trade(BTCUSD, 11, "95.00", "9"),
        trade(BTCUSD, 12, "93.00", "9"),
        trade(BTCUSD, 13, "94.01", "9"));

    assertThat(desk.reports())
        .endsWith("a Triggered", "a Filled 94.00 x 1.00000000 fee 0.23500000 USD MAKER");
  }

  @Test
  void onBarsTheCloseProvesThatThePriceCameBack() {
    Desk desk = desk().feed(bar(BTCUSD, 60, "100.00 100.00 100.00 100.00", "50"));
    desk.submit(60, trailing("a"));

    desk.feed(bar(BTCUSD, 120, "100.00 120.00 100.00 114.00", "50"));

    assertThat(desk.reports())
        .containsExactly(
            "a Accepted",
            "a Updated trigger=95.00",
            "a Updated trigger=115.00",
            "a Triggered",
            "a Filled 115.00 x 1.00000000 fee 0.28750000 USD TAKER");
  }

  @Test
  void keepsItsTriggerAcrossAKill() {
    TestStore store = new TestStore();
    Desk before = Desk.open(store, "balances", "0 USD,5 BTC").feed(trade(BTCUSD, 9, "100.00", "1"));
    before.submit(10, trailing("a")).feed(trade(BTCUSD, 11, "110.00", "1"));
    before.feed(trade(BTCUSD, 12, "110.40", "1"));
    int forces = store.forces();
    before.feed(trade(BTCUSD, 13, "110.45", "1"));

    Desk after = Desk.open(store.afterKill());

    assertThat(store.forces()).isEqualTo(forces);
    assertThat(String.valueOf(after.massReport().openOrders().get(0).terms()))
        .isEqualTo("quantity=1.00000000 trigger=105.45");
  }
}
