package dev.bourse.itests.backtest;

import dev.bourse.api.backtest.BacktestResult;
import dev.bourse.api.backtest.BacktestSpec;
import dev.bourse.backtest.Backtest;
import dev.bourse.backtest.plan.Plugins;
import dev.bourse.data.csv.CsvData;
import dev.bourse.exchange.simulated.SimulatedExchangeFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A case run through ours: written days out of a text file, orders at the simulated exchange. Their
 * rules are selected by settings: no latency, no slippage, the whole volume, a gap for the limit
 * order.
 */
final class CaseRun {
  private final List<String> lines = new ArrayList<>();
  private final Map<String, String> data =
      new TreeMap<>(
          Map.of(
              "name", "case",
              "file", "case.csv",
              "header", "yes",
              "time.unit", "iso",
              "instrument", "INDEX.CASE"));
  private final Map<String, String> exchange =
      new TreeMap<>(
          Map.of(
              "latency", "0",
              "slippage", "0",
              "fee.maker", "0",
              "fee.taker", "0"));

  private CaseRun(Map<String, String> more) {
    data.putAll(more);
    data.putAll(
        Map.of(
            "base", "INDEX",
            "base.decimals", "0",
            "quote", "EUR",
            "quote.decimals", "2",
            "tick", "0.01",
            "step", "1"));
    data.putAll(
        Map.of(
            "min.quantity", "1",
            "max.quantity", "1000000",
            "min.notional", "0",
            "maker.fee", "0",
            "taker.fee", "0"));
  }

  /** Bars of a day: {@code day,open,high,low,close}, with volume enough. */
  static CaseRun ofBars(List<String> bars) {
    return ofBars(bars.stream().map(bar -> bar + ",1000").toList(), new String[0]);
  }

  /** Bars of a day with their volume, and more columns behind it. */
  static CaseRun ofBars(List<String> bars, String... more) {
    CaseRun run = new CaseRun(Map.of("kind", "bars", "time.means", "open", "bar", "1d"));
    List<String> columns = new ArrayList<>(List.of("open", "high", "low", "close", "volume"));
    columns.addAll(List.of(more));
    run.columns(columns.toArray(new String[0]));
    run.lines.addAll(bars);
    return run.with("limit.gap", "open").with("bar.volume", "100");
  }

  /**
   * Of each day {@code day,open,high,low,close} what was paid first, once more the same, and last.
   * So a strategy can size an order by an open that it has seen, and still trade at that price.
   */
  static CaseRun ofOpenAndClose(List<String> bars) {
    CaseRun run = new CaseRun(Map.of("kind", "trades"));
    run.columns("price", "size");
    for (String bar : bars) {
      String[] row = bar.split(",", -1);
      run.lines.add(row[0] + " 09:30:00," + row[1] + ",1000000");
      run.lines.add(row[0] + " 09:30:01," + row[1] + ",1000000");
      run.lines.add(row[0] + " 16:00:00," + row[4] + ",1000000");
    }
    return run.with("trade.fill", "next").with("touch", "100");
  }

  private void columns(String... names) {
    lines.add("time," + String.join(",", names));
    data.put("column.time", "time");
    for (String name : names) {
      data.put("column." + name, name);
    }
  }

  /** Sets a policy of the simulated exchange. */
  CaseRun with(String policy, String value) {
    exchange.put(policy, value);
    return this;
  }

  /** Sets a rule of the instrument. */
  CaseRun rule(String rule, String value) {
    data.put(rule, value);
    return this;
  }

  /** A contract that is held long or short, without leverage. */
  CaseRun onMargin() {
    return rule("contract", "linear").rule("maintenance.margin", "0").with("margin.mode", "cross");
  }

  BacktestResult run(Path folder, StrategyOfACase strategy, String cash) throws IOException {
    return run(folder, strategy, List.of(cash + " EUR"));
  }

  BacktestResult run(Path folder, StrategyOfACase strategy, List<String> balances)
      throws IOException {
    Files.write(folder.resolve("case.csv"), lines);
    List<String> description = new ArrayList<>();
    data.forEach((key, value) -> description.add(key + " = " + value));
    Files.write(folder.resolve("case.dataset"), description);
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
            balances,
            exchange,
            Map.of());
    return Backtest.of(spec, plugins).run();
  }
}
