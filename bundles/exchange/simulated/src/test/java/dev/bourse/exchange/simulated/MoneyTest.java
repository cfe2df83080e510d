package dev.bourse.exchange.simulated;

import static dev.bourse.api.model.Side.BUY;
import static dev.bourse.api.model.Side.SELL;
import static dev.bourse.testkit.Instruments.BTCUSD;
import static dev.bourse.testkit.Market.trade;
import static dev.bourse.testkit.TestOrders.limit;
import static dev.bourse.testkit.TestOrders.market;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bourse.api.config.ConfigException;
import dev.bourse.api.event.AccountEvent;
import dev.bourse.testkit.Instruments;
import dev.bourse.testkit.RecordingSink;
import dev.bourse.testkit.TestContext;
import java.util.List;
import org.junit.jupiter.api.Test;

class MoneyTest {
  @Test
  void takesTheFeeOfABuyFromTheBaseIfToldSo() {
    Desk desk = Desk.open("fee.currency", "base", "slippage", "0");

    desk.submit(10, market("a", BTCUSD, BUY, "1")).feed(trade(BTCUSD, 11, "100.00", "5"));

    assertThat(desk.fills()).containsExactly("100.00 x 1.00000000 fee 0.00250000 BTC TAKER");
    assertThat(desk.balances())
        .containsExactly("0.99750000 BTC (0.00000000)", "9900.00000000 USD (0.00000000)");
  }

  @Test
  void takesTheFeeOfASellFromTheQuoteEvenThen() {
    Desk desk = Desk.open("fee.currency", "base", "slippage", "0", "balances", "1 BTC");

    desk.submit(10, market("a", BTCUSD, SELL, "1")).feed(trade(BTCUSD, 11, "100.00", "5"));

    assertThat(desk.balances()).containsExactly("99.75000000 USD (0.00000000)");
  }

  @Test
  void chargesConfiguredFeesInsteadOfTheInstruments() {
    Desk desk = Desk.open("fee.taker", "0.01", "fee.maker", "-0.001", "slippage", "0");

    desk.submit(10, market("taker", BTCUSD, BUY, "1"))
        .feed(trade(BTCUSD, 11, "100.00", "5"))
        .submit(11, limit("maker", BTCUSD, BUY, "1", "90.00"))
        .feed(trade(BTCUSD, 12, "80.00", "5"));

    assertThat(desk.fills())
        .containsExactly(
            "100.00 x 1.00000000 fee 1.00000000 USD TAKER",
            "90.00 x 1.00000000 fee -0.09000000 USD MAKER");
    assertThat(desk.balances())
        .containsExactly("2.00000000 BTC (0.00000000)", "9809.09000000 USD (0.00000000)");
  }

  @Test
  void fillsNoMoreThanTheAccountCanPayForWhenThePriceRanAway() {
    Desk desk = Desk.open("balances", "102 USD").feed(trade(BTCUSD, 9, "100.00", "1"));

    desk.submit(10, market("a", BTCUSD, BUY, "1")).feed(trade(BTCUSD, 11, "203.99", "5"));

    assertThat(desk.reports())
        .containsExactly(
            "a Accepted",
            "a Filled 204.00 x 0.49875311 fee 0.25436409 USD TAKER",
            "a Canceled INSUFFICIENT_BALANCE: required=102.51000148 USD free=0.00000147 USD"
                + " filled=0.49875311 of 1.00000000");
    assertThat(desk.balances())
        .containsExactly("0.49875311 BTC (0.00000000)", "0.00000147 USD (0.00000000)");
  }

  @Test
  void tellsTheNewBalancesAfterTheFillsThatMadeThem() {
    Desk desk = Desk.open("slippage", "0");

    desk.submit(10, market("a", BTCUSD, BUY, "1")).feed(trade(BTCUSD, 11, "100.00", "5"));

    assertThat(desk.events()).last().isInstanceOf(AccountEvent.Balances.class);
    assertThat(desk.sink.events(AccountEvent.Balances.class).get(0).balances())
        .extracting(Desk::text)
        .containsExactly("1.00000000 BTC (0.00000000)", "9899.75000000 USD (0.00000000)");
  }

  @Test
  void keepsBalancesInTheDecimalsThatAnInstrumentSaysLater() {
    TestContext context = TestContext.of(new RecordingSink()).with(List.of());
    Desk desk = Desk.open(context, "balances", "1.5 USD,2 DOGE");

    desk.feed(trade(Instruments.BTCUSD, 1, "100.00", "1"));

    assertThat(desk.balances())
        .containsExactly("2.00000000 DOGE (0.00000000)", "1.50000000 USD (0.00000000)");
  }

  @Test
  void refusesBalancesThatAreNoAmounts() {
    assertThatThrownBy(() -> Desk.open("balances", "10000"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("balances=10000 must be amounts with a currency, like 10000 USD,0.5 BTC");

    assertThatThrownBy(() -> Desk.open("balances", "1 USD,-1 BTC"))
        .hasMessage("balances=1 USD,-1 BTC: -1 BTC must not be negative nor given twice");

    assertThatThrownBy(() -> Desk.open("fee.taker", "0.25"))
        .hasMessage("fee.taker=0.25 must be a share between -0.1 and 0.1: 0.001 is 0.1 %");
  }

  @Test
  void refusesEveryParameterOutOfRangeAtOnce() {
    assertThatThrownBy(
            () -> Desk.open("latency", "-1", "bar.volume", "101", "queue", "first", "speed", "9"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("latency=-1 is out of range: it must be 0..864000000")
        .hasMessageContaining("bar.volume=101 is out of range: it must be 1..100")
        .hasMessageContaining("queue=first must be one of last, quoted")
        .hasMessageContaining("unknown key \"speed\"");
  }
}
