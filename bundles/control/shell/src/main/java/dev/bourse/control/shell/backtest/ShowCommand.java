package dev.bourse.control.shell.backtest;

import dev.bourse.api.backtest.BacktestService;
import dev.bourse.control.shell.base.BourseCommand;
import dev.bourse.control.shell.complete.BacktestCompleter;
import dev.bourse.control.shell.service.Part;
import dev.bourse.control.shell.service.Refusal;
import dev.bourse.control.shell.service.Services;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Shows the figures of one result, and where its report is. */
@Service
@Command(
    scope = "backtest",
    name = "show",
    description = "Shows the figures of one result, and where its report is",
    detailedDescription =
        """
        Takes the id of a run or the beginning of one.

        Example:
          backtest:show 3f2a9c41
        """)
public final class ShowCommand extends BourseCommand {
  @Argument(name = "run", description = "The id, or its beginning", required = true)
  @Completion(BacktestCompleter.class)
  private String run = "";

  /** For Karaf. */
  public ShowCommand() {}

  @Override
  protected void run(Services services) {
    print(
        services
            .require(BacktestService.class, Part.BACKTEST)
            .find(run)
            .map(BacktestViews::page)
            .orElseThrow(
                () ->
                    new Refusal(
                        "No single result begins with \""
                            + run
                            + "\". See them with:"
                            + " backtest:list")));
  }
}
