package dev.bourse.control.shell.backtest;

import dev.bourse.api.backtest.BacktestResult;
import dev.bourse.api.backtest.BacktestRun;
import dev.bourse.api.backtest.BacktestService;
import dev.bourse.api.backtest.BacktestSummary;
import dev.bourse.api.backtest.ReportWriter;
import dev.bourse.control.shell.service.Part;
import dev.bourse.control.shell.service.Services;
import dev.bourse.control.shell.text.Display;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Command;
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
public final class RunCommand extends SpecCommand {
  private @Nullable BacktestRun running;

  /** For Karaf. */
  public RunCommand() {}

  @Override
  protected void run(Services services) throws InterruptedException {
    BacktestService service = services.require(BacktestService.class, Part.BACKTEST);
    running = service.start(spec(services));
    BacktestResult result = watch(running, Watch::line);
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
}
