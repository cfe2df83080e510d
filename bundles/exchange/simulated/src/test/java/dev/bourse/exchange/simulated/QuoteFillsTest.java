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

import dev.bourse.api.event.DataGap;
import dev.bourse.api.model.TimeInForce;
import dev.bourse.testkit.Market;
import org.junit.jupiter.api.Test;

class QuoteFillsTest {
  @Test
  void takesTheOppositeSideOnArrivalUpToItsSize() {
    Desk desk = Desk.open().feed(quote(BTCUSD, 10, "99.00", "3", "101.00", "0.4"));

    desk.submit(10, market("a", BTCUSD, BUY, "1")).at(10.1);

    assertThat(desk.reports())
        .containsExactly("a Accepted", "a Filled 101.01 x 0.40000000 fee 0.10101000 USD TAKER");
  }

  @Test
  void waitsForTheNextQuoteWithTheRest() {
    Desk desk = Desk.open("slippage", "0").feed(quote(BTCUSD, 10, "99.00", "3", "101.00", "0.4"));

    desk.submit(10, market("a", BTCUSD, BUY, "1"))
        .feed(quote(BTCUSD, 11, "99.00", "3", "101.00", "0.4"))
        .feed(quote(BTCUSD, 12, "99.00", "3", "102.00", "2"));

    assertThat(desk.fills())
        .containsExactly(
            "101.00 x 0.40000000 fee 0.10100000 USD TAKER",
            "102.00 x 0.60000000 fee 0.15300000 USD TAKER");
  }

  @Test
  void doesNotSellTheSameSizeTwice() {
    Desk desk = Desk.open("slippage", "0").feed(quote(BTCUSD, 10, "99.00", "3", "101.00", "1"));

    desk.submit(10, market("first", BTCUSD, BUY, "0.7"))
        .submit(10, limit("second", BTCUSD, BUY, "0.7", "101.00", TimeInForce.IOC))
        .at(11);

    assertThat(desk.reports())
        .containsExactly(
            "first Accepted",
            "first Filled 101.00 x 0.70000000 fee 0.17675000 USD TAKER",
            "second Accepted",
            "second Filled 101.00 x 0.30000000 fee 0.07575000 USD TAKER",
            "second Expired IOC: filled=0.30000000 of 0.70000000");
  }

  @Test
  void fillsARestingLimitWhereTheQuoteReachesIt() {
    Desk desk =
        Desk.open("balances", "0 USD,1 BTC").feed(quote(BTCUSD, 10, "99.00", "3", "101.00", "1"));

    desk.submit(10, limit("a", BTCUSD, SELL, "1", "105.00"))
        .feed(
            quote(BTCUSD, 11, "104.99", "3", "106.00", "1"),
            quote(BTCUSD, 12, "105.00", "0.6", "107.00", "1"));

    assertThat(desk.fills()).containsExactly("105.00 x 0.60000000 fee 0.15750000 USD MAKER");
  }

  @Test
  void refusesAPostOnlyOrderThatWouldTake() {
    Desk desk = Desk.open().feed(quote(BTCUSD, 10, "99.00", "3", "101.00", "1"));

    desk.submit(10, postOnly("takes", BTCUSD, BUY, "1", "101.00"))
        .submit(10, postOnly("rests", BTCUSD, BUY, "1", "100.99"))
        .at(11);

    assertThat(desk.reports())
        .containsExactly(
            "takes Rejected POST_ONLY_WOULD_TAKE: price=101.00 market=101.00", "rests Accepted");
  }

  @Test
  void prefersQuotesToTradesForTakersAndUsesBothForRestingOrders() {
    Desk desk = Desk.open("slippage", "0").feed(quote(BTCUSD, 10, "99.00", "3", "101.00", "0.4"));

    desk.submit(10, market("taker", BTCUSD, BUY, "1"))
        .submit(10, limit("maker", BTCUSD, BUY, "1", "90.00"))
        .feed(trade(BTCUSD, 11, "89.00", "0.2"));

    assertThat(desk.fills())
        .containsExactly(
            "101.00 x 0.40000000 fee 0.10100000 USD TAKER",
            "90.00 x 0.20000000 fee 0.04500000 USD MAKER");
  }

  @Test
  void trustsNoQuoteAcrossAGap() {
    Desk desk = Desk.open().feed(quote(BTCUSD, 10, "99.00", "3", "101.00", "9"));

    desk.feed(new DataGap(BTCUSD, Market.seconds(11), 5, "The connection was lost."))
        .submit(11, market("a", BTCUSD, BUY, "1"))
        .at(12)
        .feed(quote(BTCUSD, 13, "119.00", "3", "120.00", "9"));

    assertThat(desk.fills()).containsExactly("120.01 x 1.00000000 fee 0.30002500 USD TAKER");
  }

  @Test
  void treatsASideWithoutSizeAsEmpty() {
    Desk desk = Desk.open().feed(quote(BTCUSD, 10, "99.00", "3", "101.00", "0"));

    desk.submit(10, market("a", BTCUSD, BUY, "1")).at(11);

    assertThat(desk.reports()).containsExactly("a Accepted");
  }
}
