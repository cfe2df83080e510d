package dev.bourse.control.shell.backtest;

import dev.bourse.api.backtest.BacktestResult;
import dev.bourse.api.backtest.BacktestRun;
import dev.bourse.api.backtest.BacktestService;
import dev.bourse.api.backtest.BacktestSpec;
import dev.bourse.api.backtest.BacktestSummary;
import dev.bourse.api.backtest.ReportWriter;
import dev.bourse.api.backtest.StressVariant;
import dev.bourse.control.shell.service.Part;
import dev.bourse.control.shell.service.Services;
import dev.bourse.control.shell.text.Display;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Command;
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
          backtest:run --strategy emacross --data bitstamp --bar 1m --stress
          backtest:run --strategy emacross --param fast=5 --param slow=30 --data bitstamp --bar 1m --from 2013-11-26 --to 2013-11-28 --cash "5000 USD" --exchange fee.taker=0.0025 --risk limits:max.position=5000
        """)
public final class RunCommand extends SpecCommand {
  @Option(
      name = "--stress",
      description =
          "Runs it again with doubled fees, pessimistic fills and a bar more of delay, in one table")
  private boolean stress;

  private @Nullable BacktestRun running;

  /** For Karaf. */
  public RunCommand() {}

  @Override
  protected void run(Services services) throws InterruptedException {
    BacktestService service = services.require(BacktestService.class, Part.BACKTEST);
    BacktestSpec spec = spec(services);
    List<StressVariant> variants = stress ? service.stress(spec) : List.of();
    BacktestResult result = result(service, spec, "");
    print(report(services, service.find(result.id()), result));
    if (stress) {
      Map<String, BacktestSummary> runs = new LinkedHashMap<>();
      service.find(result.id()).ifPresent(kept -> runs.put("as asked", kept));
      for (StressVariant each : variants) {
        BacktestResult harder = result(service, each.spec(), "  " + each.name());
        service.find(harder.id()).ifPresent(kept -> runs.put(each.name(), kept));
      }
      print("\nUnder harder conditions:\n\n" + BacktestViews.conditions(runs).text());
    }
  }

  private BacktestResult result(BacktestService service, BacktestSpec spec, String what)
      throws InterruptedException {
    running = service.start(spec);
    return watch(running, (run, elapsed) -> Watch.line(run, elapsed) + what);
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
}
