package dev.bourse.control.shell.backtest;

import dev.bourse.api.backtest.BacktestResult;
import dev.bourse.api.backtest.BacktestRun;
import dev.bourse.api.backtest.BacktestService;
import dev.bourse.api.backtest.BacktestSpec;
import dev.bourse.api.backtest.BacktestSummary;
import dev.bourse.api.backtest.ReportWriter;
import dev.bourse.api.data.HistoricalDataSource;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.control.shell.base.BourseCommand;
import dev.bourse.control.shell.complete.DataSetCompleter;
import dev.bourse.control.shell.complete.InstrumentCompleter;
import dev.bourse.control.shell.complete.RiskTypeCompleter;
import dev.bourse.control.shell.complete.StrategyTypeCompleter;
import dev.bourse.control.shell.plugin.Plugins;
import dev.bourse.control.shell.service.Part;
import dev.bourse.control.shell.service.Services;
import dev.bourse.control.shell.text.Display;
import dev.bourse.control.shell.text.KeyValues;
import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;

/** Runs a strategy over recorded data. */
@Service
@Command(
    scope = "backtest",
    name = "run",
    description = "Runs a strategy over recorded data",
    detailedDescription =
        """
        The strategy, the core and the risk modules are those of live trading. The report says \
        first how fills and fees were simulated. The same command over the same data gives the \
        same result, to the byte. Ctrl-C cancels; nothing is kept then.

        Example:
          backtest:run --strategy emacross --data bitstamp --bar 1m
          backtest:run --strategy emacross --param fast=5 --param slow=30 --data bitstamp --bar 1m --from 2013-11-26 --to 2013-11-28 --cash "5000 USD" --exchange fee.taker=0.0025 --risk limits:max.position=5000
        """)
public final class RunCommand extends BourseCommand {
  @Option(name = "--strategy", description = "The type of strategy", required = true)
  @Completion(StrategyTypeCompleter.class)
  private String strategy = "";

  @Option(
      name = "--param",
      description = "A parameter of the strategy as key=value; may be repeated",
      multiValued = true,
      valueToShowInHelp = "")
  private List<String> parameters = List.of();

  @Option(name = "--data", description = "The data set", required = true)
  @Completion(DataSetCompleter.class)
  private String data = "";

  @Option(
      name = "--instrument",
      description = "What to trade; all of the set if not given; may be repeated",
      multiValued = true,
      valueToShowInHelp = "")
  @Completion(InstrumentCompleter.class)
  private List<String> instruments = List.of();

  @Option(name = "--bar", description = "Bar length, like 1m; none if not given")
  private String bar = "";

  @Option(name = "--from", description = "First day or time, UTC")
  private String from = "";

  @Option(name = "--to", description = "First day or time that is left out, UTC")
  private String to = "";

  @Option(
      name = "--cash",
      description =
          "Starting balance, like 10000 USD; 10000 of the quote currency if not given; may be repeated",
      multiValued = true,
      valueToShowInHelp = "")
  private List<String> cash = List.of();

  @Option(
      name = "--exchange",
      description = "A parameter of the simulated exchange as key=value; may be repeated",
      multiValued = true,
      valueToShowInHelp = "")
  private List<String> exchange = List.of();

  @Option(
      name = "--risk",
      description =
          "A risk module: type, type:key=value, or none; all that are installed if not given; may be"
              + " repeated",
      multiValued = true,
      valueToShowInHelp = "")
  @Completion(RiskTypeCompleter.class)
  private List<String> risk = List.of();

  private @Nullable BacktestRun running;

  /** For Karaf. */
  public RunCommand() {}

  @Override
  protected void run(Services services) throws InterruptedException {
    BacktestService service = services.require(BacktestService.class, Part.BACKTEST);
    boolean terminal = session().getTerminal() != null;
    running = service.start(spec(services));
    BacktestResult result =
        Watch.until(running, line -> print(terminal ? "\r" + line + "\u001b[K" : ""));
    print(terminal ? "\r\u001b[K" : "");
    print(report(services, service.find(result.id()), result));
  }

  @Override
  protected String whenInterrupted() {
    String done = running == null ? "" : " after " + Display.count(running.events(), "event");
    return "\nCancelled" + done + "; nothing is kept.\n";
  }

  private static String report(
      Services services, Optional<BacktestSummary> kept, BacktestResult result) {
    String path =
        kept.map(summary -> "Report: " + summary.directory().resolve("report.html") + "\n")
            .orElse("");
    return services
        .find(ReportWriter.class)
        .map(writer -> writer.text(result) + "\n" + path)
        .orElseGet(() -> kept.map(BacktestViews::page).orElse(""));
  }

  private BacktestSpec spec(Services services) {
    return new BacktestSpec(
        strategy,
        KeyValues.of(parameters),
        data,
        instruments.stream().map(InstrumentId::of).toList(),
        bar,
        from.isEmpty() ? Long.MIN_VALUE : SpecWords.time(from),
        to.isEmpty() ? Long.MAX_VALUE : SpecWords.time(to),
        cash.isEmpty() ? StartCash.of(services.all(HistoricalDataSource.class), data) : cash,
        KeyValues.of(exchange),
        SpecWords.risk(risk, Plugins.types(services, "risk")));
  }
}
