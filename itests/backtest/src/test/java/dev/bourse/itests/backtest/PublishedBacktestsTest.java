package dev.bourse.itests.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.backtest.BacktestResult;
import dev.bourse.api.backtest.BacktestResult.EquityPoint;
import dev.bourse.api.backtest.BacktestSpec;
import dev.bourse.api.model.Fill;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Side;
import dev.bourse.backtest.Backtest;
import dev.bourse.backtest.plan.Plugins;
import dev.bourse.data.csv.CsvData;
import dev.bourse.exchange.simulated.SimulatedExchangeFactory;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Backtests that others published, run through ours: daily bars out of text files with written
 * days. Their rules are selected by settings: no latency, no slippage, the whole volume, a gap for
 * the limit order.
 */
@Tag("outside")
@Tag("P11")
class PublishedBacktestsTest {
  private static final Map<String, String> THEIR_RULES =
      Map.of("latency", "0", "slippage", "0", "limit.gap", "open", "bar.volume", "100");

  @TempDir Path folder;

  @Test
  void p08TheCloseAcrossItsAverageOverOneYear() throws IOException {
    PublishedCase published = PublishedCase.of("P08");
    Path file = published.folder().resolve("market-data/backtrader/2006-day-001.txt");
    List<String> bars =
        Files.readAllLines(file).stream()
            .skip(1)
            .filter(line -> line.startsWith("2006-"))
            .map(line -> line.split(",", -1))
            .map(row -> String.join(",", row[0], row[1], row[2], row[3], row[4], "1000"))
            .toList();
    AverageCross strategy = new AverageCross(15);

    BacktestResult result =
        run(strategy, bars, "10000", Map.of("fee.maker", "0", "fee.taker", "0"));

    assertThat(bars).hasSize(255);
    assertThat(strategy.decidedAt(Side.BUY)).isEqualTo(published.values("buycreate"));
    assertThat(strategy.decidedAt(Side.SELL)).isEqualTo(published.values("sellcreate"));
    assertThat(prices(result, Side.BUY)).isEqualTo(published.values("buyexec"));
    assertThat(prices(result, Side.SELL)).isEqualTo(published.values("sellexec"));
    assertThat(end(result).equity().amount()).isEqualTo(published.value("finalValue"));
    assertThat(end(result).equity().minus(end(result).exposure()).amount())
        .isEqualTo(published.value("finalCash"));
  }

  @Test
  void p05AFeePerOrderAndAShareAndATakeProfitInAGap() throws IOException {
    PublishedCase published = PublishedCase.of("P05");
    List<String> bars = new ArrayList<>();
    for (String price : List.of("1", "1", "1", "2", "4", "1", "2")) {
      String day = "2024-01-0" + (bars.size() + 1);
      bars.add(String.join(",", day, price, price, price, price, "1000"));
    }

    BacktestResult result =
        run(
            new TakesProfit(1, "100", "3"),
            bars,
            "5000",
            Map.of("fee.order", "10", "fee.maker", "0.01", "fee.taker", "0.01"));

    BigDecimal paid =
        result.fills().stream()
            .map(fill -> new BigDecimal(fill.fee().amount()))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(prices(result, Side.SELL)).containsExactly("4.00");
    assertThat(paid).isEqualByComparingTo(published.value("commissions paid"));
    assertThat(new BigDecimal(end(result).equity().amount()))
        .isEqualByComparingTo(published.value("final equity"));
  }

  private BacktestResult run(
      StrategyOfACase strategy, List<String> bars, String cash, Map<String, String> fees)
      throws IOException {
    List<String> lines = new ArrayList<>(List.of("day,open,high,low,close,volume"));
    lines.addAll(bars);
    Files.write(folder.resolve("case.csv"), lines);
    Files.writeString(folder.resolve("case.dataset"), DESCRIPTION);
    Map<String, String> exchange = new TreeMap<>(THEIR_RULES);
    exchange.putAll(fees);
    Plugins plugins =
        new Plugins()
            .strategy("case", "1", strategy)
            .exchange("simulated", "1", new SimulatedExchangeFactory())
            .data("1", new CsvData(List.of(folder)));
    BacktestSpec spec =
        new BacktestSpec(
            "case",
            Map.of(),
            "case",
            List.of(),
            "1d",
            Long.MIN_VALUE,
            Long.MAX_VALUE,
            List.of(cash + " EUR"),
            exchange,
            Map.of());
    return Backtest.of(spec, plugins).run();
  }

  private static List<String> prices(BacktestResult result, Side side) {
    return result.fills().stream()
        .filter(fill -> fill.side() == side)
        .map(Fill::price)
        .map(Object::toString)
        .toList();
  }

  private static EquityPoint end(BacktestResult result) {
    Money nothing = Money.of("0", result.fills().get(0).fee().currency());
    return result.equity().stream()
        .reduce((one, other) -> other)
        .orElse(new EquityPoint(0, nothing));
  }

  private static final String DESCRIPTION =
      """
      name = case
      file = case.csv
      kind = bars
      header = yes
      column.time = day
      column.open = open
      column.high = high
      column.low = low
      column.close = close
      column.volume = volume
      time.unit = iso
      time.means = open
      bar = 1d
      instrument = INDEX.CASE
      base = INDEX
      base.decimals = 0
      quote = EUR
      quote.decimals = 2
      tick = 0.01
      step = 1
      min.quantity = 1
      max.quantity = 1000000
      min.notional = 0
      maker.fee = 0
      taker.fee = 0
      """;
}
