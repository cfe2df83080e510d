package dev.bourse.backtest;

import static dev.bourse.testkit.Instruments.BTCUSD;
import static dev.bourse.testkit.Market.bar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bourse.api.backtest.BacktestSpec;
import dev.bourse.api.event.Bar;
import dev.bourse.api.model.BarInterval;
import dev.bourse.api.model.Fill;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which bars a run may ask for, by what its data are. */
@Tag("N29")
class BarsOfDataTest {
  private static ListData fiveMinutes() {
    Bar minute = bar(BTCUSD, 300, "100 100 100 100", "1");
    return ListData.of(
        List.of(BTCUSD),
        new Bar(
            BTCUSD,
            BarInterval.of("5m"),
            minute.eventTime(),
            minute.openRaw(),
            minute.highRaw(),
            minute.lowRaw(),
            minute.closeRaw(),
            minute.volumeRaw(),
            true));
  }

  @ParameterizedTest
  @CsvSource({"1m, trades", "7m, trades", "100t, trades", "10v, trades", "5m@bid, quotes"})
  void barsThatTheDataDoNotMakeUpAreRefused(String bar, String data) {
    BacktestSpec spec = Runs.spec("patience", "list", "", bar);

    Backtest run = Backtest.of(spec, Runs.plugins(fiveMinutes()));

    assertThatThrownBy(run::run)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "bar="
                + bar
                + " cannot be built from data set \"list\", which has bars of 5m: choose 5m, a"
                + " multiple of it, or data of "
                + data);
  }

  @Test
  void barsOfTwoLengthsOfOneInstrumentAreRefused() {
    Bar five = bar(BTCUSD, 300, "100 100 100 100", "1");
    Bar minute =
        new Bar(
            BTCUSD,
            BarInterval.of("5m"),
            five.eventTime() + 60_000_000_000L,
            five.openRaw(),
            five.highRaw(),
            five.lowRaw(),
            five.closeRaw(),
            five.volumeRaw(),
            true);
    BacktestSpec spec = Runs.spec("patience", "list", "", "1h");

    Backtest run = Backtest.of(spec, Runs.plugins(ListData.of(List.of(BTCUSD), five, minute)));

    assertThatThrownBy(run::run)
        .hasMessageStartingWith("data set list has bars of 1m and of 5m of BTCUSD.");
  }

  @Test
  void aBarOfTicksEndsWithItsTradeAndOneOfTimeWithItsMinute() {
    BacktestSpec ticks = Runs.spec("patience", "list", "", "6t");
    BacktestSpec minutes = Runs.spec("patience", "list", "", "1m");

    List<Fill> byTicks = Backtest.of(ticks, Runs.plugins(Runs.waves(600))).run().fills();
    List<Fill> byMinutes = Backtest.of(minutes, Runs.plugins(Runs.waves(600))).run().fills();

    assertThat(byTicks.get(0).eventTime()).isEqualTo(60_000_000_000L);
    assertThat(byMinutes.get(0).eventTime()).isEqualTo(70_000_000_000L);
    assertThat(byTicks).hasSameSizeAs(byMinutes);
  }
}
