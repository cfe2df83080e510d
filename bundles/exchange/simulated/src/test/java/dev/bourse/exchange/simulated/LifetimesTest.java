package dev.bourse.exchange.simulated;

import static dev.bourse.api.model.Side.BUY;
import static dev.bourse.testkit.Instruments.BTCUSD;
import static dev.bourse.testkit.Market.trade;
import static dev.bourse.testkit.TestOrders.limit;
import static dev.bourse.testkit.TestOrders.order;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.TimeInForce;
import dev.bourse.testkit.Market;
import dev.bourse.testkit.TestStore;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Orders that end by themselves, and orders of which only a part is seen. */
class LifetimesTest {
  private static final double DAY = 86_400;

  private static OrderSpec limitSpec() {
    return OrderSpec.limit(BTCUSD, BUY, Quantity.of("1"), Price.of("90.00"));
  }

  private static Order until(String id, double seconds) {
    return order(id, limitSpec().until(Market.seconds(seconds)));
  }

  @Test
  @Tag("N20")
  void anOrderEndsAtItsTimeAndGivesItsMoneyFree() {
    Desk desk = Desk.open("balances", "1000 USD").feed(trade(BTCUSD, 9, "100.00", "1"));

    desk.submit(10, until("a", 20)).at(19.999);
    long deadline = desk.exchange.nextDeadline();
    desk.at(20);

    assertThat(deadline).isEqualTo(Market.seconds(20));
    assertThat(desk.reports())
        .containsExactly("a Accepted", "a Expired GTD: filled=0.00000000 of 1.00000000");
    assertThat(desk.balances()).containsExactly("1000.00000000 USD (0.00000000)");
  }

  @Test
  void anOrderDoesNotTradeOnceItsTimeIsOver() {
    Desk desk = Desk.open().feed(trade(BTCUSD, 9, "100.00", "1"));

    desk.submit(10, until("a", 20))
        .submit(10, until("b", 15))
        .feed(trade(BTCUSD, 16, "80.00", "0.4"), trade(BTCUSD, 20, "80.00", "5"));

    assertThat(desk.reports())
        .containsExactly(
            "a Accepted",
            "b Accepted",
            "b Expired GTD: filled=0.00000000 of 1.00000000",
            "a Filled 90.00 x 0.40000000 fee 0.09000000 USD MAKER",
            "a Expired GTD: filled=0.40000000 of 1.00000000");
  }

  @Test
  void aDayOrderEndsAtMidnightOfTheVenue() {
    Desk greenwich = Desk.open();
    Desk tokyo = Desk.open("day.zone", "Asia/Tokyo");

    greenwich.submit(10, order("a", limitSpec().lasting(TimeInForce.DAY))).at(11);
    tokyo.submit(10, order("a", limitSpec().lasting(TimeInForce.DAY))).at(11);

    assertThat(greenwich.exchange.nextDeadline()).isEqualTo(Market.seconds(DAY));
    assertThat(tokyo.exchange.nextDeadline()).isEqualTo(Market.seconds(15 * 3600));
    assertThat(greenwich.at(DAY).reports())
        .endsWith("a Expired DAY: filled=0.00000000 of 1.00000000");
  }

  @Test
  void anOrderWhoseTimeIsOverOnArrivalIsRefused() {
    Desk desk = Desk.open();

    desk.submit(10, until("a", 10.1)).at(11);

    assertThat(desk.reports())
        .containsExactly("a Rejected EXPIRED_ON_ARRIVAL: expiresAt=10100000000 now=10100000000");
  }

  @Test
  void endsInTimeAfterAKill() {
    TestStore store = new TestStore();
    Desk before = Desk.open(store).feed(trade(BTCUSD, 9, "100.00", "1"));
    before.submit(10, until("a", 20)).at(11);

    Desk after = Desk.open(store.afterPowerCut());
    after.feed(trade(BTCUSD, 25, "80.00", "5"));

    assertThat(after.reports()).containsExactly("a Expired GTD: filled=0.00000000 of 1.00000000");
  }

  @Test
  void theVisiblePartLosesItsPlaceEachTimeItIsShownAnew() {
    Desk desk = Desk.open().feed(trade(BTCUSD, 9, "100.00", "1"));
    desk.submit(10, order("iceberg", limitSpec().displaying(Quantity.of("0.2"))))
        .submit(10, limit("plain", BTCUSD, BUY, "0.3", "90.00"));

    desk.feed(trade(BTCUSD, 11, "80.00", "0.1"), trade(BTCUSD, 12, "80.00", "0.7"));

    assertThat(desk.reports())
        .containsExactly(
            "iceberg Accepted",
            "plain Accepted",
            "iceberg Filled 90.00 x 0.10000000 fee 0.02250000 USD MAKER",
            "iceberg Filled 90.00 x 0.10000000 fee 0.02250000 USD MAKER",
            "plain Filled 90.00 x 0.30000000 fee 0.06750000 USD MAKER",
            "iceberg Filled 90.00 x 0.20000000 fee 0.04500000 USD MAKER",
            "iceberg Filled 90.00 x 0.10000000 fee 0.02250000 USD MAKER");
  }
}
