package dev.bourse.exchange.simulated;

import static dev.bourse.api.model.Side.BUY;
import static dev.bourse.api.model.Side.SELL;
import static dev.bourse.testkit.Instruments.BTCUSD;
import static dev.bourse.testkit.Instruments.ETHUSD;
import static dev.bourse.testkit.Market.trade;
import static dev.bourse.testkit.TestOrders.market;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.bourse.testkit.TestStore;
import org.junit.jupiter.api.Test;

/** What fills cost, in which currency, and what happens when that runs out. */
class FeesTest {
  private static final double DAY = 86_400;

  @Test
  void chargesAnOrderOnceAndEveryUnit() {
    Desk desk = Desk.open("fee.taker", "0", "fee.order", "1.5", "fee.unit", "0.2", "slippage", "0");

    desk.submit(10, market("a", BTCUSD, BUY, "3"))
        .feed(trade(BTCUSD, 11, "100.00", "1"), trade(BTCUSD, 12, "100.00", "2"));

    assertThat(desk.fills())
        .containsExactly(
            "100.00 x 1.00000000 fee 1.70000000 USD TAKER",
            "100.00 x 2.00000000 fee 0.40000000 USD TAKER");
    assertThat(desk.balances())
        .containsExactly("3.00000000 BTC (0.00000000)", "9697.90000000 USD (0.00000000)");
  }

  @Test
  void buysNoMoreThanIsLeftBesideTheFixedFee() {
    Desk desk =
        Desk.open("balances", "100 USD", "fee.taker", "0", "fee.order", "1", "slippage", "0");

    desk.submit(10, market("a", BTCUSD, BUY, "2")).feed(trade(BTCUSD, 11, "99.00", "5"));

    assertThat(desk.fills()).containsExactly("99.00 x 1.00000000 fee 1.00000000 USD TAKER");
    assertThat(desk.balances()).containsExactly("1.00000000 BTC (0.00000000)");
  }

  @Test
  void aSellNeverPaysMoreThanThereIs() {
    Desk desk = Desk.open("balances", "1 BTC", "fee.order", "500", "slippage", "0");

    desk.submit(10, market("a", BTCUSD, SELL, "1")).feed(trade(BTCUSD, 11, "100.00", "5"));

    assertThat(desk.fills()).containsExactly("100.00 x 1.00000000 fee 100.00000000 USD TAKER");
    assertThat(desk.balances()).isEmpty();
  }

  @Test
  void aBuyNeverPaysMoreOfWhatItReceivesThanThereIs() {
    Desk desk =
        Desk.open(
            "balances", "1000 USD", "fee.currency", "base", "fee.order", "500", "slippage", "0");

    desk.submit(10, market("a", BTCUSD, BUY, "1")).feed(trade(BTCUSD, 11, "100.00", "5"));

    assertThat(desk.fills()).containsExactly("100.00 x 1.00000000 fee 1.00000000 BTC TAKER");
    assertThat(desk.balances()).containsExactly("900.00000000 USD (0.00000000)");
  }

  @Test
  void ratesFallWithTheVolumeOfThirtyDaysAndRiseAgainAfterwards() {
    TestStore store = new TestStore();
    String[] rules = {
      "balances", "900000 USD", "slippage", "0", "fee.tiers", "0:0.002/0.004,1000:0.001/0.002"
    };
    Desk desk = Desk.open(store, rules);

    desk.submit(10, market("a", BTCUSD, BUY, "10")).feed(trade(BTCUSD, 11, "100.00", "50"));
    desk.submit(12, market("b", BTCUSD, BUY, "1")).feed(trade(BTCUSD, 13, "100.00", "50"));
    Desk later = Desk.open(store.afterKill(), rules);
    later.submit(29 * DAY, market("c", BTCUSD, BUY, "1"));
    later.feed(trade(BTCUSD, 29 * DAY + 1, "100.00", "50"));
    later.submit(59 * DAY, market("d", BTCUSD, BUY, "1"));
    later.feed(trade(BTCUSD, 59 * DAY + 1, "100.00", "50"));

    assertThat(desk.fills())
        .containsExactly(
            "100.00 x 10.00000000 fee 4.00000000 USD TAKER",
            "100.00 x 1.00000000 fee 0.20000000 USD TAKER");
    assertThat(later.fills())
        .containsExactly(
            "100.00 x 1.00000000 fee 0.20000000 USD TAKER",
            "100.00 x 1.00000000 fee 0.40000000 USD TAKER");
  }

  @Test
  void paysInAThirdCurrencyUntilItRunsOutThenInWhatIsReceived() {
    Desk desk =
        Desk.open(
            "balances",
            "10000 USD,0.015 ETH",
            "fee.currency",
            "ETH",
            "fee.discount",
            "0.25",
            "fee.taker",
            "0.001",
            "slippage",
            "0");
    desk.feed(trade(ETHUSD, 9, "10.0", "1"));

    desk.submit(10, market("a", BTCUSD, BUY, "1")).feed(trade(BTCUSD, 11, "100.00", "5"));
    desk.submit(12, market("b", BTCUSD, BUY, "2")).feed(trade(BTCUSD, 13, "100.00", "5"));
    desk.submit(14, market("c", BTCUSD, SELL, "2")).feed(trade(BTCUSD, 15, "100.00", "5"));

    assertThat(desk.fills())
        .containsExactly(
            "100.00 x 1.00000000 fee 0.00750000 ETH TAKER",
            "100.00 x 2.00000000 fee 0.00200000 BTC TAKER",
            "100.00 x 2.00000000 fee 0.20000000 USD TAKER");
    assertThat(desk.exchange.assumptions())
        .contains(
            entry(
                "fees paid in",
                "ETH less 25 % at its last price at this venue; without enough of it, what is"
                    + " received"));
  }

  @Test
  void convertsAtAFixedPriceIfToldSo() {
    Desk desk =
        Desk.open(
            "balances",
            "10000 USD,1 POINT",
            "fee.currency",
            "POINT",
            "fee.conversion",
            "2",
            "fee.taker",
            "0.001",
            "slippage",
            "0");

    desk.submit(10, market("a", BTCUSD, BUY, "1")).feed(trade(BTCUSD, 11, "100.00", "5"));

    assertThat(desk.fills()).containsExactly("100.00 x 1.00000000 fee 0.05000000 POINT TAKER");
    assertThat(desk.balances())
        .containsExactly(
            "1.00000000 BTC (0.00000000)",
            "0.95000000 POINT (0.00000000)",
            "9900.00000000 USD (0.00000000)");
  }

  @Test
  void refusesFeesThatMakeNoSense() {
    assertThatThrownBy(() -> Desk.open("fee.currency", "EUR"))
        .hasMessage(
            "fee.currency=EUR is neither among the balances nor a currency of an instrument; it must"
                + " be quote, base or such a currency");
    assertThatThrownBy(() -> Desk.open("fee.tiers", "5:0.1"))
        .hasMessage("fee.tiers=5:0.1 must be volume:maker/taker, like 0:0.001/0.001");

    assertThatThrownBy(() -> Desk.open("fee.tiers", "5:0.001/0.001,5:0.001/0.001"))
        .hasMessage("fee.tiers=5:0.001/0.001,5:0.001/0.001: volumes must rise, 5 does not");
  }
}
