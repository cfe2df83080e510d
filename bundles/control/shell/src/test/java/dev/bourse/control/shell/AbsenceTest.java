package dev.bourse.control.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.osgi.framework.Bundle;

/** Commands exist and explain themselves when what they need is absent. */
@Tag("P7")
class AbsenceTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "trader:list",
        "trader:status",
        "trader:info",
        "trader:balance",
        "trader:fills",
        "trader:profit",
        "trader:start",
        "trader:stop",
        "trader:pause",
        "trader:resume",
        "trader:flatten",
        "trader:emergency",
        "trader:reconcile",
        "trader:create a b=c",
        "order:list",
        "order:pending",
        "order:info a",
        "order:cancel a",
        "order:submit a buy 1 B.C",
        "position:list",
        "strategy:list",
        "strategy:info a",
        "exchange:list",
        "exchange:instruments",
        "exchange:info a",
        "risk:list",
        "risk:status",
        "risk:info a",
        "risk:halt a b",
        "risk:reset",
        "signal:list",
        "signal:info a",
        "signal:close a",
        "trace:tail",
        "trace:explain a"
      })
  void everyCommandSaysThatTheEngineIsNotInstalled(String line) {
    String screen = new Terminal().run(line);

    assertThat(screen)
        .isEqualTo(
            "The engine is not running: bundle dev.bourse.engine is not installed."
                + " Install it with: feature:install bourse-platform\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        Bundle.INSTALLED
            + "|is not resolved, something that it needs is missing. See what with: bundle:diag 57",
        Bundle.RESOLVED + "|is stopped. Start it with: bundle:start 57",
        Bundle.STOPPING + "|is stopped. Start it with: bundle:start 57",
        Bundle.STARTING + "|is starting. Try again in a moment.",
        Bundle.ACTIVE
            + "|is active but offers no service, so its component failed or waits. See why with:"
            + " scr:list and log:display"
      })
  void saysWhatIsWrongWithTheBundle(int state, String sentence) {
    Terminal terminal =
        new Terminal()
            .bundle("org.apache.karaf.shell.core", 11, Bundle.ACTIVE)
            .bundle("dev.bourse.engine", 57, state);

    String screen = terminal.run("trader:list");

    assertThat(screen)
        .isEqualTo("The engine is not running: bundle dev.bourse.engine (57) " + sentence + "\n");
  }

  @Test
  void backtestsAndDataExplainThemselvesToo() {
    Terminal terminal = new Terminal();

    List<String> screens =
        List.of(
            terminal.run("backtest:list"),
            terminal.run("backtest:show a"),
            terminal.run("backtest:run --strategy a --data b --risk none"),
            terminal.run("data:list"));

    String backtest =
        "The backtest service is not running: bundle dev.bourse.backtest is not installed."
            + " Install it with: feature:install bourse-backtest\n";
    assertThat(screens)
        .containsExactly(
            backtest,
            backtest,
            backtest,
            "The data source is not running: bundle dev.bourse.data.csv is not installed."
                + " Install it with: feature:install bourse-data-csv\n");
  }
}
