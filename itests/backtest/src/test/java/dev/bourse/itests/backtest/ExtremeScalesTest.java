package dev.bourse.itests.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.backtest.BacktestResult;
import dev.bourse.api.backtest.BacktestSpec;
import dev.bourse.api.model.Fill;
import dev.bourse.api.model.Side;
import dev.bourse.backtest.Backtest;
import dev.bourse.backtest.plan.Plugins;
import dev.bourse.data.csv.CsvData;
import dev.bourse.exchange.simulated.SimulatedExchangeFactory;
import dev.bourse.strategy.emacross.EmaCross;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Coins that cost next to nothing by the trillion, and bitcoin in a currency of large numbers:
 * every amount of a backtest equals what a calculation without limits gives, to the last digit.
 */
@Tag("N28")
class ExtremeScalesTest {
  private static final int TRADES = 3_000;

  @TempDir Path folder;

  /** Trades a second apart, each within five ticks of the last one. */
  private void lay(
      String instrument, String tick, String step, long price, String size, String most)
      throws IOException {
    StringBuilder rows = new StringBuilder("time,price,size\n");
    Random random = new Random(5);
    BigDecimal unit = new BigDecimal(tick);
    long ticks = price;
    for (int i = 0; i < TRADES; i++) {
      ticks += random.nextInt(11) - 5;
      String now = unit.multiply(BigDecimal.valueOf(ticks)).toPlainString();
      rows.append(1_700_000_000 + i * 20).append(',').append(now).append(',').append(size);
      rows.append('\n');
    }
    Files.writeString(folder.resolve("scales.csv"), rows);
    String[] parts = instrument.split("/", -1);
    Files.writeString(
        folder.resolve("scales.dataset"),
        String.join(
            "\n",
            "name = scales",
            "file = scales.csv",
            "kind = trades",
            "header = yes",
            "delimiter = comma",
            "column.time = time",
            "column.price = price",
            "column.size = size",
            "time.unit = s",
            "instrument = " + parts[0] + parts[1] + ".TEST",
            "base = " + parts[0],
            "base.decimals = 8",
            "quote = " + parts[1],
            "quote.decimals = 8",
            "tick = " + tick,
            "step = " + step,
            "min.quantity = " + step,
            "max.quantity = " + most,
            "min.notional = 0",
            "maker.fee = 0.001",
            "taker.fee = 0.001",
            "max.jump = 10",
            "zero.amounts = refuse",
            "disorder = carry"));
  }

  private BacktestResult run(String quantity, String cash) {
    Plugins plugins =
        new Plugins()
            .strategy("emacross", "1", new EmaCross())
            .exchange("simulated", "1", new SimulatedExchangeFactory())
            .data("1", new CsvData(List.of(folder)));
    return Backtest.of(
            new BacktestSpec(
                "emacross",
                Map.of("fast", "3", "slow", "8", "quantity", quantity),
                "scales",
                List.of(),
                "1m",
                Long.MIN_VALUE,
                Long.MAX_VALUE,
                List.of(cash),
                Map.of(),
                Map.of()),
            plugins)
        .run();
  }

  private static BigDecimal number(Object text) {
    return new BigDecimal(text.toString());
  }

  private static BigDecimal value(Fill fill) {
    return number(fill.price()).multiply(number(fill.quantity()));
  }

  /** What a fill took from the cash: its value, as the currency has decimals, and the fee. */
  private static BigDecimal paid(Fill fill) {
    BigDecimal value = value(fill).setScale(8, RoundingMode.UNNECESSARY);
    BigDecimal fee = value.multiply(new BigDecimal("0.001")).setScale(8, RoundingMode.UP);
    assertThat(number(fill.fee().amount())).isEqualByComparingTo(fee);
    return fill.side() == Side.BUY ? value.add(fee) : fee.subtract(value);
  }

  @ParameterizedTest
  @CsvSource({
    "SHIB/USDT, 0.00000001, 1, 2400, 9000000000000, 9000000000000000, 1500000000000, 90000000",
    "BTC/IDR, 1, 0.00000001, 1712345678, 90000.12345678, 9000000, 4321.12345678, 1000000000000000"
  })
  void cashIsExactToTheLastDigit(
      String instrument,
      String tick,
      String step,
      long price,
      String size,
      String most,
      String quantity,
      long cash)
      throws IOException {
    lay(instrument, tick, step, price, size, most);

    BacktestResult result = run(quantity, cash + " " + instrument.split("/", -1)[1]);

    BigDecimal left = BigDecimal.valueOf(cash);
    BigDecimal held = BigDecimal.ZERO;
    for (Fill fill : result.fills()) {
      left = left.subtract(paid(fill));
      BigDecimal amount = number(fill.quantity());
      held = fill.side() == Side.BUY ? held.add(amount) : held.subtract(amount);
    }
    assertThat(result.fills()).hasSizeGreaterThan(100);
    BigDecimal last = number(result.bars().get(result.bars().size() - 1).close());
    BacktestResult.EquityPoint end = result.equity().get(result.equity().size() - 1);
    assertThat(number(end.equity().amount())).isEqualByComparingTo(left.add(held.multiply(last)));
  }
}
