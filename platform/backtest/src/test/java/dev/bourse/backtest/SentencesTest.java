package dev.bourse.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.bourse.api.backtest.BacktestSpec;
import dev.bourse.api.config.ConfigException;
import dev.bourse.backtest.plan.Plugins;
import dev.bourse.testkit.ConfigFixtures;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("K1")
class SentencesTest {
  private static final Plugins PLUGINS = Runs.plugins(Runs.threeMinutes());

  private static List<String> problems(BacktestSpec spec) {
    return catchThrowableOfType(ConfigException.class, () -> Backtest.of(spec, PLUGINS)).problems();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "nope | list | '' | 1m | there is no strategy type \"nope\": known are patience",
        "patience | nope | '' | 1m | there is no data set \"nope\": known are list",
        "patience | list | X.Y | 1m | data set \"list\" has no instrument X.Y: it has [BTCUSD.BITSTAMP]",
        "patience | list | '' | 1x | bar \"1x\" must be a number and s, m, h or d, like 1m; or t trades, v traded size or q traded value, like 100t; for bars of quotes with @bid, @ask or @mid behind",
        "patience | list | '' | 1m,60s | bar \"1m,60s\" names one bar twice",
        "patience | list | '' | 5v@ask | bar of 5@ask cannot be measured by size or value: quotes trade nothing; use t or a time, or leave @ask out"
      })
  void namesWhatIsNotThere(
      String strategy, String data, String instrument, String bar, String sentence) {
    BacktestSpec spec = Runs.spec(strategy, data, instrument, bar);

    List<String> problems = problems(spec);

    assertThat(problems).contains(sentence);
  }

  @Test
  void namesEveryBadParameterAtOnce() {
    BacktestSpec spec = Runs.spec("bars", "101", "fast", "3", "fails", "maybe");

    List<String> problems = problems(spec);

    assertThat(problems)
        .containsExactly(
            "strategy patience: bars=101 is out of range: it must be 1..100",
            "strategy patience: fails=maybe must be true or false",
            "strategy patience: unknown key \"fast\": known are bars, quantity, fails");
  }

  @Test
  void refusesParametersThatTheStrategyRefuses() {
    BacktestSpec spec = Runs.spec("quantity", "0.123456789");

    List<String> problems = problems(spec);

    assertThat(problems)
        .containsExactly(
            "strategy patience: BTCUSD.BITSTAMP: quantity 0.123456789 is not a multiple of the step"
                + " size 0.00000001");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "data.latency | soon | exchange: data.latency=soon must be a plain integer of milliseconds",
        "data.latency | -1 | exchange: data.latency=-1 is out of range: it must be 0..60000",
        "slippage | -1 | exchange: slippage=-1 is out of range: it must be 0..10000",
        "balances | 1 USD | exchange: starting balances are given twice, as cash and as balances: give one of them"
      })
  void refusesBadParametersOfTheExchange(String key, String value, String sentence) {
    BacktestSpec spec = Runs.exchange(key, value);

    List<String> problems = problems(spec);

    assertThat(problems).containsExactly(sentence);
  }

  @Test
  void refusesAnUnknownRiskModule() {
    BacktestSpec plain = Runs.spec();
    BacktestSpec spec =
        new BacktestSpec(
            plain.strategy(),
            plain.parameters(),
            plain.data(),
            plain.instruments(),
            plain.bar(),
            plain.from(),
            plain.to(),
            plain.cash(),
            plain.exchange(),
            Map.of("limits", ConfigFixtures.values()));

    List<String> problems = problems(spec);

    assertThat(problems)
        .containsExactly("risk limits: there is no risk module type \"limits\": none is installed");
  }

  @Test
  void refusesARangeWithoutData() {
    BacktestSpec plain = Runs.spec();
    BacktestSpec spec =
        new BacktestSpec(
            plain.strategy(),
            plain.parameters(),
            plain.data(),
            plain.instruments(),
            plain.bar(),
            0,
            0,
            plain.cash(),
            plain.exchange(),
            plain.risk());
    BacktestSpec later =
        new BacktestSpec(
            plain.strategy(),
            plain.parameters(),
            plain.data(),
            plain.instruments(),
            plain.bar(),
            Long.MAX_VALUE - 1,
            Long.MAX_VALUE,
            plain.cash(),
            plain.exchange(),
            plain.risk());

    assertThat(problems(spec)).containsExactly("from=0 must be before to=0 (nanoseconds)");

    assertThatThrownBy(() -> Backtest.of(later, PLUGINS).run())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("data set \"list\" has no event of these instruments in this range");
  }
}
