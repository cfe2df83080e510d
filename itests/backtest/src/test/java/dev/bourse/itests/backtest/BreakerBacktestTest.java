package dev.bourse.itests.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.backtest.BacktestResult;
import dev.bourse.api.model.Fill;
import dev.bourse.api.model.Money;
import dev.bourse.backtest.Backtest;
import dev.bourse.backtest.plan.Plugins;
import dev.bourse.data.csv.CsvData;
import dev.bourse.exchange.simulated.SimulatedExchangeFactory;
import dev.bourse.risk.breakers.BreakersFactory;
import dev.bourse.strategy.emacross.EmaCross;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A breaker ends a run over 100,000 real trades as it would end a live one. */
@Tag("F4")
@Tag("A1")
class BreakerBacktestTest {
  @TempDir Path folder;
  private Plugins plugins = new Plugins();

  @BeforeEach
  void lay() throws IOException {
    Bitstamp.lay(folder);
    plugins =
        new Plugins()
            .strategy("emacross", "1", new EmaCross())
            .exchange("simulated", "1", new SimulatedExchangeFactory())
            .risk("breakers", "1", new BreakersFactory())
            .data("1", new CsvData(List.of(folder)));
  }

  private BacktestResult run(Map<String, Map<String, String>> risk) {
    return Backtest.of(Bitstamp.cross(risk), plugins).run();
  }

  @Test
  void tradesAsWithoutItUntilItTripsThenClosesAndTradesNoMore() {
    Map<String, String> limits =
        Map.of("daily.loss", "20", "drawdown", "", "breaker.action", "flatten");

    List<Fill> free = run(Map.of()).fills();
    BacktestResult guarded = run(Map.of("breakers", limits));

    List<Fill> fills = guarded.fills();
    int before = fills.size() - 1;
    long end = fills.get(before).eventTime();
    List<Money> after =
        guarded.equity().stream()
            .filter(point -> point.time() > end)
            .map(point -> point.equity())
            .distinct()
            .toList();
    assertThat(fills).hasSizeBetween(2, free.size() - 1);
    assertThat(fills.subList(0, before)).isEqualTo(free.subList(0, before));
    assertThat(after).hasSize(1);
  }
}
