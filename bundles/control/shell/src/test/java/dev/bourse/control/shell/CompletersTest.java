package dev.bourse.control.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.backtest.ReportWriter;
import dev.bourse.api.data.DataSet;
import dev.bourse.api.data.HistoricalDataSource;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.trader.TraderRegistry;
import dev.bourse.control.shell.complete.BacktestCompleter;
import dev.bourse.control.shell.complete.DataSetCompleter;
import dev.bourse.control.shell.complete.ExchangeTypeCompleter;
import dev.bourse.control.shell.complete.InstrumentCompleter;
import dev.bourse.control.shell.complete.LiveOrderCompleter;
import dev.bourse.control.shell.complete.OrderCompleter;
import dev.bourse.control.shell.complete.RiskTypeCompleter;
import dev.bourse.control.shell.complete.StatisticCompleter;
import dev.bourse.control.shell.complete.StrategyCompleter;
import dev.bourse.control.shell.complete.StrategyTypeCompleter;
import dev.bourse.control.shell.complete.TraderCompleter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("P4")
class CompletersTest {
  private final FakeTrader demo =
      new FakeTrader(
          Snapshots.of("demo")
              .orders(
                  Demo.order("demo-ema-3-1", OrderStatus.FILLED, "0.01", ""),
                  Demo.order("demo-ema-3-2", OrderStatus.ACCEPTED, "0", ""))
              .strategies(Demo.strategy(1, 1, Map.of()))
              .feeds(Demo.feed("10:05:59"))
              .build());
  private final FakeTrader second = new FakeTrader(Snapshots.of("second").build());
  private final Terminal terminal =
      new Terminal()
          .offer(TraderRegistry.class, new FakeRegistry(demo, second))
          .offer(
              HistoricalDataSource.class,
              PartScreensTest.source(
                  new DataSet("bitstamp", List.of(Demo.BTCUSD), "trades", "somewhere", "")));

  @Test
  void offerWhatExistsNow() {
    assertThat(terminal.complete(TraderCompleter.class, "")).containsExactly("demo", "second");
    assertThat(terminal.complete(OrderCompleter.class, ""))
        .containsExactly("demo-ema-3-1", "demo-ema-3-2");
    assertThat(terminal.complete(LiveOrderCompleter.class, "")).containsExactly("demo-ema-3-2");
    assertThat(terminal.complete(StrategyCompleter.class, "")).containsExactly("ema", "emacross");
    assertThat(terminal.complete(StrategyTypeCompleter.class, "")).containsExactly("emacross");
    assertThat(terminal.complete(ExchangeTypeCompleter.class, "")).containsExactly("simulated");
    assertThat(terminal.complete(RiskTypeCompleter.class, "")).containsExactly("limits");
    assertThat(terminal.complete(InstrumentCompleter.class, "")).containsExactly("BTCUSD.BITSTAMP");
    assertThat(terminal.complete(DataSetCompleter.class, "")).containsExactly("bitstamp");
  }

  @Test
  void offerWhatBeginsAsTyped() {
    assertThat(terminal.complete(TraderCompleter.class, "se")).containsExactly("second");
    assertThat(terminal.complete(TraderCompleter.class, "x")).isEmpty();
  }

  @Test
  @Tag("P15")
  void offerStatisticsThatSayWhichRunIsBetter() {
    terminal.offer(ReportWriter.class, new FakeReports());

    List<String> words = terminal.complete(StatisticCompleter.class, "");

    assertThat(words).containsExactly("max-drawdown", "sharpe-ratio");
  }

  @Test
  void offerNothingWithoutAnEngine() {
    Terminal bare = new Terminal();

    assertThat(bare.complete(TraderCompleter.class, "")).isEmpty();
    assertThat(bare.complete(InstrumentCompleter.class, "")).isEmpty();
    assertThat(bare.complete(BacktestCompleter.class, "")).isEmpty();
    assertThat(bare.complete(StatisticCompleter.class, "")).isEmpty();
  }
}
