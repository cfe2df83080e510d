package dev.bourse.control.shell.strategy;

import dev.bourse.api.trader.Trader;
import dev.bourse.control.shell.base.TraderListing;
import dev.bourse.control.shell.plugin.Plugins;
import dev.bourse.control.shell.service.Services;
import dev.bourse.control.shell.text.Table;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Lists strategies at work. */
@Service
@Command(
    scope = "strategy",
    name = "list",
    description = "Lists strategies at work",
    detailedDescription =
        """
        Asked counts calls, intents counts the orders a strategy wanted, denied those that \
        were refused. The types that are installed stand under the table.

        Example:
          strategy:list
          strategy:list demo --no-format
        """)
public final class ListCommand extends TraderListing {
  /** For Karaf. */
  public ListCommand() {}

  @Override
  protected Table table(List<Trader> traders) {
    return StrategyTable.of(snapshots(traders));
  }

  @Override
  protected String below(Services services) {
    return Plugins.installed(services, "strategy");
  }
}
