package dev.bourse.exchange.simulated;

import static dev.bourse.api.model.Side.BUY;
import static dev.bourse.api.model.Side.SELL;
import static dev.bourse.testkit.Instruments.BTCUSD;
import static dev.bourse.testkit.Instruments.ETHUSD;
import static dev.bourse.testkit.Market.bar;
import static dev.bourse.testkit.TestOrders.limit;
import static dev.bourse.testkit.TestOrders.market;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.testkit.Market;
import org.junit.jupiter.api.Test;

class BarFillsTest {
  @Test
  void fillsAMarketOrderAtTheNextOpenNotAtTheCloseItWasDecidedOn() {
    Desk desk = Desk.open().feed(bar(BTCUSD, 60, "100.00 110.00 90.00 105.00", "50"));

    desk.submit(60, market("a", BTCUSD, BUY, "1"))
        .feed(bar(BTCUSD, 120, "107.00 120.00 100.00 119.00", "50"));

    assertThat(desk.fills()).containsExactly("107.01 x 1.00000000 fee 0.26752500 USD TAKER");
  }

  @Test
  void doesNotGoBackToAnOpenThatWasBeforeTheDecision() {
    Desk desk = Desk.open().feed(bar(BTCUSD, 60, "100.00 110.00 90.00 105.00", "50"));

    desk.submit(90, market("a", BTCUSD, BUY, "1"))
        .feed(
            bar(BTCUSD, 120, "107.00 120.00 100.00 119.00", "50"),
            bar(BTCUSD, 180, "118.00 120.00 100.00 119.00", "50"));

    assertThat(desk.fills()).containsExactly("118.01 x 1.00000000 fee 0.29502500 USD TAKER");
  }

  @Test
  void knowsThatABarReachedTheTraderLaterThanItClosed() {
    Desk desk = Desk.open();

    desk.exchange.onMarket(
        bar(BTCUSD, 60, "100.00 110.00 90.00 105.00", "50"), 1, Market.seconds(60.5));
    desk.submit(60.5, market("a", BTCUSD, BUY, "1"));
    desk.exchange.onMarket(
        bar(BTCUSD, 120, "107.00 120.00 90.00 105.00", "50"), 2, Market.seconds(120.5));

    assertThat(desk.fills()).containsExactly("107.01 x 1.00000000 fee 0.26752500 USD TAKER");
  }

  @Test
  void skipsABarThatTheOrderOnlyReachesWhenTheWayIsLongerThanTheBar() {
    Desk desk =
        Desk.open("latency", "60000").feed(bar(BTCUSD, 60, "100.00 110.00 90.00 105.00", "50"));

    desk.submit(61, market("a", BTCUSD, BUY, "1"))
        .feed(
            bar(BTCUSD, 120, "101.00 120.00 100.00 119.00", "50"),
            bar(BTCUSD, 180, "102.00 120.00 100.00 119.00", "50"),
            bar(BTCUSD, 240, "103.00 120.00 100.00 119.00", "50"));

    assertThat(desk.fills()).containsExactly("103.01 x 1.00000000 fee 0.25752500 USD TAKER");
  }

  @Test
  void fillsALimitOnlyIfTheBarTradedThroughIt() {
    Desk desk = Desk.open().feed(bar(BTCUSD, 60, "100.00 110.00 95.00 105.00", "50"));

    desk.submit(60, limit("a", BTCUSD, BUY, "1", "90.00"))
        .feed(
            bar(BTCUSD, 120, "100.00 110.00 90.00 105.00", "50"),
            bar(BTCUSD, 180, "100.00 110.00 89.99 105.00", "50"));

    assertThat(desk.reports())
        .containsExactly("a Accepted", "a Filled 90.00 x 1.00000000 fee 0.22500000 USD MAKER");
  }

  @Test
  void neverFillsMoreThanItsShareOfTheVolume() {
    Desk desk = Desk.open().feed(bar(BTCUSD, 60, "100.00 110.00 95.00 105.00", "50"));

    desk.submit(60, market("a", BTCUSD, BUY, "1"))
        .submit(60, limit("b", BTCUSD, BUY, "1", "99.00"))
        .feed(bar(BTCUSD, 120, "100.00 100.00 90.00 95.00", "12"));

    assertThat(desk.fills())
        .containsExactly(
            "100.01 x 1.00000000 fee 0.25002500 USD TAKER",
            "99.00 x 0.20000000 fee 0.04950000 USD MAKER");
  }

  @Test
  void roundsTheShareOfTheVolumeDownToTheStep() {
    Desk desk = Desk.open("bar.volume", "33").feed(bar(ETHUSD, 60, "10.0 11.0 9.0 10.0", "1"));

    desk.submit(60, market("a", ETHUSD, BUY, "1"))
        .feed(bar(ETHUSD, 120, "10.0 11.0 9.0 10.0", "0.010"));

    assertThat(desk.fills()).containsExactly("10.1 x 0.003 fee 0.00006060 USD TAKER");
  }

  @Test
  void fillsNothingOnABarWithoutVolume() {
    Desk desk = Desk.open().feed(bar(BTCUSD, 60, "100.00 110.00 95.00 105.00", "50"));

    desk.submit(60, market("a", BTCUSD, BUY, "1"))
        .submit(60, limit("b", BTCUSD, BUY, "1", "99.00"))
        .feed(bar(BTCUSD, 120, "100.00 100.00 90.00 95.00", "0"));

    assertThat(desk.reports()).containsExactly("a Accepted", "b Accepted");
  }

  @Test
  void sellsAtABetterOpenThanItsLimitAsksFor() {
    Desk desk =
        Desk.open("balances", "0 USD,2 BTC", "slippage", "0")
            .feed(bar(BTCUSD, 60, "100.00 110.00 95.00 105.00", "50"));

    desk.submit(60, limit("a", BTCUSD, SELL, "1", "101.00"))
        .feed(bar(BTCUSD, 120, "103.00 104.00 90.00 95.00", "50"));

    assertThat(desk.fills()).containsExactly("103.00 x 1.00000000 fee 0.25750000 USD TAKER");
  }
}
