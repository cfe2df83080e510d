package dev.bourse.control.shell.backtest;

import dev.bourse.api.backtest.BacktestService;
import dev.bourse.control.shell.base.ListingCommand;
import dev.bourse.control.shell.service.Part;
import dev.bourse.control.shell.service.Services;
import dev.bourse.control.shell.text.Table;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Lists the results that are kept, the newest first. */
@Service
@Command(
    scope = "backtest",
    name = "list",
    description = "Lists the results that are kept, the newest first",
    detailedDescription =
        """
        Example:
          backtest:list
          backtest:list --json
        """)
public final class ListCommand extends ListingCommand {
  /** For Karaf. */
  public ListCommand() {}

  @Override
  protected Table table(Services services) {
    return BacktestViews.list(services.require(BacktestService.class, Part.BACKTEST).list());
  }
}
