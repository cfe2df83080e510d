package dev.bourse.exchange.simulated;

import static dev.bourse.testkit.Market.trade;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bourse.api.event.OrderReport;
import dev.bourse.api.model.Balance;
import dev.bourse.api.model.Contract;
import dev.bourse.api.model.Fill;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Rate;
import dev.bourse.api.model.Side;
import dev.bourse.testkit.Instruments;
import dev.bourse.testkit.RecordingSink;
import dev.bourse.testkit.TestContext;
import dev.bourse.testkit.TestOrders;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What is left of a trade when each side pays a fee of 0.1 % and slips by 0.1 %: in percent of what
 * was paid for the position. The figures were published for backtest-kit 19.5, whose rule this is.
 */
@Tag("S6")
class SlippageAndFeesTest {
  private static final BigDecimal START = new BigDecimal("1000000");

  private final Instrument contract =
      Instruments.withSteps(Instruments.BTCUSD, "0.001", "0.00000001")
          .as(Contract.linear(Rate.of("0.005")), Instruments.USD.zero(), null);
  private final Desk desk =
      Desk.open(
          TestContext.of(new RecordingSink()).with(List.of(contract)),
          "balances",
          START + " USD",
          "margin.mode",
          "cross",
          "slippage",
          "0",
          "slippage.rate",
          "0.001",
          "fee.taker",
          "0.001",
          "trade.fill",
          "next");
  private int orders;

  private void trades(Side side, String quantity, String price) {
    int second = 10 * ++orders;
    desk.submit(second, TestOrders.market("o" + orders, contract, side, quantity))
        .feed(trade(contract, second + 1, price, "1000"));
  }

  /** What the account gained in percent of what the opening orders paid. */
  private String gained(int opening) {
    BigDecimal paid =
        desk.sink.events(OrderReport.Filled.class).stream()
            .limit(opening)
            .map(OrderReport.Filled::fill)
            .map(SlippageAndFeesTest::value)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    Balance cash = desk.massReport().balances().get(0);
    return new BigDecimal(cash.total().amount())
        .subtract(START)
        .movePointRight(2)
        .divide(paid, 6, RoundingMode.HALF_EVEN)
        .toPlainString();
  }

  private static BigDecimal value(Fill fill) {
    return new BigDecimal(fill.price().toString())
        .multiply(new BigDecimal(fill.quantity().toString()));
  }

  @ParameterizedTest
  @CsvSource({
    "BUY, 50000, 50500, 0.597404",
    "BUY, 50000, 50000, -0.399600",
    "BUY, 50000, 49000, -2.393608",
    "SELL, 50000, 49500, 0.602604",
    "SELL, 50000, 51000, -2.406408"
  })
  void oneTradeInAndOut(Side side, String entry, String exit, String percent) {
    trades(side, "1", entry);
    trades(side.opposite(), "1", exit);

    String gained = gained(1);

    assertThat(gained).isEqualTo(percent);
  }

  @Test
  void twoEntriesOfEqualCostCountAtTheirAveragePrice() {
    trades(Side.BUY, "0.8", "100");
    trades(Side.BUY, "1", "80");
    trades(Side.SELL, "1.8", "95");

    String gained = gained(2);

    assertThat(gained).isEqualTo("6.454802");
  }

  @Test
  void eachPartOfAnExitHasItsOwnPriceAndFee() {
    trades(Side.BUY, "1", "100");
    trades(Side.SELL, "0.5", "110");
    trades(Side.SELL, "0.5", "105");

    String gained = gained(1);

    assertThat(gained).isEqualTo("7.077930");
  }

  @Test
  void theShareIsRoundedUpToATickAgainstTheTaker() {
    trades(Side.BUY, "1", "0.001");
    trades(Side.SELL, "1", "1.5");

    List<String> prices =
        desk.sink.events(OrderReport.Filled.class).stream()
            .map(report -> report.fill().price().toString())
            .toList();

    assertThat(prices).containsExactly("0.002", "1.498");
  }

  @Test
  void slippageThatWouldPayTheTakerIsRefused() {
    assertThatThrownBy(() -> Desk.open("slippage.rate", "-0.001"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "slippage.rate=-0.001 would pay an order for taking; it must be 0 or more: 0.001 is 0.1 %");
  }
}
