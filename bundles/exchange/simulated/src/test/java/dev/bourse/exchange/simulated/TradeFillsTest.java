package dev.bourse.exchange.simulated;

import static dev.bourse.api.model.Side.BUY;
import static dev.bourse.api.model.Side.SELL;
import static dev.bourse.testkit.Instruments.BTCUSD;
import static dev.bourse.testkit.Market.trade;
import static dev.bourse.testkit.TestOrders.limit;
import static dev.bourse.testkit.TestOrders.market;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.model.TimeInForce;
import org.junit.jupiter.api.Test;

class TradeFillsTest {
  @Test
  void fillsAMarketOrderAtTheNextTradePlusSlippage() {
    Desk desk = Desk.open().feed(trade(BTCUSD, 10, "100.00", "5"));

    desk.submit(10, market("a", BTCUSD, BUY, "1")).feed(trade(BTCUSD, 11, "101.00", "5"));

    assertThat(desk.reports())
        .containsExactly("a Accepted", "a Filled 101.01 x 1.00000000 fee 0.25252500 USD TAKER");
  }

  @Test
  void givesATakerTheWorseOfTheLastAndTheNextTrade() {
    Desk desk = Desk.open("slippage", "0").feed(trade(BTCUSD, 9, "100.00", "5"));

    desk.submit(10, market("a", BTCUSD, BUY, "1"))
        .feed(trade(BTCUSD, 11, "99.00", "5"))
        .submit(12, market("b", BTCUSD, SELL, "1"))
        .feed(trade(BTCUSD, 13, "100.00", "5"));

    assertThat(desk.fills())
        .containsExactly(
            "100.00 x 1.00000000 fee 0.25000000 USD TAKER",
            "99.00 x 1.00000000 fee 0.24750000 USD TAKER");
  }

  @Test
  void givesATakerTheNextTradeIfThatIsAskedFor() {
    Desk desk =
        Desk.open("slippage", "0", "trade.fill", "next").feed(trade(BTCUSD, 9, "100.00", "5"));

    desk.submit(10, market("a", BTCUSD, BUY, "1")).feed(trade(BTCUSD, 11, "99.00", "5"));

    assertThat(desk.fills()).containsExactly("99.00 x 1.00000000 fee 0.24750000 USD TAKER");
  }

  @Test
  void letsACommandTravelForItsLatency() {
    Desk desk = Desk.open("latency", "250");

    desk.submit(10, market("a", BTCUSD, BUY, "1"))
        .feed(trade(BTCUSD, 10.249, "100.00", "5"), trade(BTCUSD, 10.25, "200.00", "5"));

    assertThat(desk.fills()).containsExactly("200.01 x 1.00000000 fee 0.50002500 USD TAKER");
  }

  @Test
  void goesOnToTheNextTradeWithWhatTheFirstCouldNotFill() {
    Desk desk = Desk.open();

    desk.submit(10, market("a", BTCUSD, BUY, "1"))
        .feed(trade(BTCUSD, 11, "100.00", "0.4"), trade(BTCUSD, 12, "102.00", "9"));

    assertThat(desk.fills())
        .containsExactly(
            "100.01 x 0.40000000 fee 0.10001000 USD TAKER",
            "102.01 x 0.60000000 fee 0.15301500 USD TAKER");
  }

  @Test
  void fillsARestingLimitOnlyWhenTheMarketTradesThroughIt() {
    Desk desk = Desk.open().feed(trade(BTCUSD, 9, "100.00", "1"));

    desk.submit(10, limit("a", BTCUSD, BUY, "1", "90.00"))
        .feed(trade(BTCUSD, 11, "90.00", "5"), trade(BTCUSD, 12, "89.99", "0.25"));

    assertThat(desk.reports())
        .containsExactly("a Accepted", "a Filled 90.00 x 0.25000000 fee 0.05625000 USD MAKER");
  }

  @Test
  void sharesOneTradeAmongOrdersByPriceThenTime() {
    Desk desk = Desk.open().feed(trade(BTCUSD, 9, "100.00", "1"));

    desk.submit(10, limit("low", BTCUSD, BUY, "1", "80.00"))
        .submit(10, limit("high", BTCUSD, BUY, "1", "90.00"))
        .submit(10, limit("late", BTCUSD, BUY, "1", "90.00"))
        .feed(trade(BTCUSD, 11, "70.00", "1.5"));

    assertThat(desk.reports())
        .endsWith(
            "high Filled 90.00 x 1.00000000 fee 0.22500000 USD MAKER",
            "late Filled 90.00 x 0.50000000 fee 0.11250000 USD MAKER");
  }

  @Test
  void takesWithALimitThatReachesTheMarketAndRestsOtherwise() {
    Desk desk = Desk.open("slippage", "0").feed(trade(BTCUSD, 9, "100.00", "1"));

    desk.submit(10, limit("a", BTCUSD, BUY, "2", "105.00"))
        .feed(
            trade(BTCUSD, 11, "101.00", "1"),
            trade(BTCUSD, 12, "106.00", "9"),
            trade(BTCUSD, 13, "104.00", "9"));

    assertThat(desk.fills())
        .containsExactly(
            "101.00 x 1.00000000 fee 0.25250000 USD TAKER",
            "105.00 x 1.00000000 fee 0.26250000 USD MAKER");
  }

  @Test
  void neverFillsALimitBeyondItsPrice() {
    Desk desk = Desk.open("slippage", "1000").feed(trade(BTCUSD, 9, "100.00", "1"));

    desk.submit(10, limit("a", BTCUSD, BUY, "1", "101.00")).feed(trade(BTCUSD, 11, "100.00", "9"));

    assertThat(desk.fills()).containsExactly("101.00 x 1.00000000 fee 0.25250000 USD TAKER");
  }

  @Test
  void expiresTheRestOfAnImmediateOrder() {
    Desk desk = Desk.open();

    desk.submit(10, limit("a", BTCUSD, BUY, "1", "101.00", TimeInForce.IOC))
        .feed(trade(BTCUSD, 11, "100.00", "0.4"), trade(BTCUSD, 12, "100.00", "9"));

    assertThat(desk.reports())
        .containsExactly(
            "a Accepted",
            "a Filled 100.01 x 0.40000000 fee 0.10001000 USD TAKER",
            "a Expired IOC: filled=0.40000000 of 1.00000000");
  }

  @Test
  void fillsAFillOrKillOrderWholeOrNotAtAll() {
    Desk desk = Desk.open();

    desk.submit(10, limit("small", BTCUSD, BUY, "1", "101.00", TimeInForce.FOK))
        .feed(trade(BTCUSD, 11, "100.00", "0.9"))
        .submit(12, limit("large", BTCUSD, BUY, "1", "101.00", TimeInForce.FOK))
        .feed(trade(BTCUSD, 13, "100.00", "1"));

    assertThat(desk.reports())
        .containsExactly(
            "small Accepted",
            "small Expired FOK: filled=0.00000000 of 1.00000000",
            "large Accepted",
            "large Filled 100.01 x 1.00000000 fee 0.25002500 USD TAKER");
  }

  @Test
  void sellsAtTheMarketMinusSlippage() {
    Desk desk = Desk.open("balances", "0 USD,2 BTC", "slippage", "5");

    desk.submit(10, market("a", BTCUSD, SELL, "2")).feed(trade(BTCUSD, 11, "100.00", "2"));

    assertThat(desk.fills()).containsExactly("99.95 x 2.00000000 fee 0.49975000 USD TAKER");
    assertThat(desk.balances()).containsExactly("199.40025000 USD (0.00000000)");
  }
}
