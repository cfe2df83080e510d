package dev.bourse.control.shell.risk;

import dev.bourse.api.trader.Trader;
import dev.bourse.control.shell.base.TraderListing;
import dev.bourse.control.shell.plugin.Plugins;
import dev.bourse.control.shell.service.Services;
import dev.bourse.control.shell.text.Table;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Lists who may enter, and what was denied. */
@Service
@Command(
    scope = "risk",
    name = "list",
    description = "Lists who may enter, and what was denied",
    detailedDescription =
        """
        Entries says whether a trader may open positions now. Denials are counted by code; the \
        last one is shown with its numbers. The types of risk module that are installed stand \
        under the table.

        Example:
          risk:list demo
        """)
public final class ListCommand extends TraderListing {
  /** For Karaf. */
  public ListCommand() {}

  @Override
  protected Table table(List<Trader> traders) {
    return RiskTable.of(snapshots(traders));
  }

  @Override
  protected String below(Services services) {
    return Plugins.installed(services, "risk");
  }
}
