package dev.bourse.control.shell.backtest;

import dev.bourse.api.backtest.BacktestService;
import dev.bourse.api.backtest.ReportWriter;
import dev.bourse.api.backtest.Statistic;
import dev.bourse.api.backtest.SweepResult;
import dev.bourse.api.backtest.SweepRun;
import dev.bourse.api.backtest.SweepSpec;
import dev.bourse.control.shell.complete.StatisticCompleter;
import dev.bourse.control.shell.service.Part;
import dev.bourse.control.shell.service.Services;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;

/** Runs one backtest for every combination of parameter values. */
@Service
@Command(
    scope = "backtest",
    name = "sweep",
    description = "Runs one backtest for every combination of parameter values and ranks them",
    detailedDescription =
        """
        --set fast=5..20:5 tries 5, 10, 15 and 20; --set slow=20,30,50 tries these three; both may \
        be mixed. Everything is checked before anything runs; combinations that the strategy itself \
        refuses are left out and named. Every point is computed of its full history. The result \
        depends neither on --parallel nor on how often it was interrupted: Ctrl-C keeps what is \
        finished, and the same command goes on with the rest.

        Example:
          backtest:sweep --strategy emacross --set fast=5..20:5 --set slow=30,50 --data bitstamp --bar 1m
          backtest:sweep --strategy emacross --set fast=5..20:5 --param slow=30 --data bitstamp --bar 1m --rank profit-factor --parallel 2 --top 5
        """)
public final class SweepCommand extends SpecCommand {
  @Option(
      name = "--set",
      description =
          "The values of a parameter as key=from..to:step or key=value,value; may be repeated",
      required = true,
      multiValued = true,
      valueToShowInHelp = "")
  private List<String> values = List.of();

  @Option(name = "--rank", description = "The statistic that decides, sharpe-ratio if not given")
  @Completion(StatisticCompleter.class)
  private String rank = Statistic.key(ReportWriter.SHARPE);

  @Option(
      name = "--parallel",
      description = "How many run at the same time, one per processor if not given",
      valueToShowInHelp = "")
  private int parallel = Runtime.getRuntime().availableProcessors();

  @Option(name = "--top", description = "How many rows are shown; the file has all")
  private int top = 20;

  @Option(name = "--json", description = "Prints JSON with every statistic, one object per line")
  private boolean json;

  @Option(
      name = "--no-format",
      description = "Prints tab-separated values under one line of headings")
  private boolean noFormat;

  private @Nullable SweepRun running;

  /** For Karaf. */
  public SweepCommand() {}

  @Override
  protected void run(Services services) throws InterruptedException {
    positive("--top", top);
    BacktestService service = services.require(BacktestService.class, Part.BACKTEST);
    running = service.sweep(new SweepSpec(spec(services), ValueWords.of(values), rank, parallel));
    SweepResult result = watch(running, SweepCommand::line);
    if (json) {
      print(SweepViews.json(result));
    } else if (noFormat) {
      print(SweepViews.table(result, Integer.MAX_VALUE).tabs());
    } else {
      print(SweepViews.page(result, top));
    }
  }

  private static String line(SweepRun run, long elapsed) {
    return run.finished() + "/" + run.points() + "  " + Watch.line(run, elapsed);
  }

  @Override
  protected String whenInterrupted() {
    String done = running == null ? "" : running.finished() + " of " + running.points() + " ";
    return "\nCancelled; " + done + "points are finished and kept: the same command goes on.\n";
  }
}
