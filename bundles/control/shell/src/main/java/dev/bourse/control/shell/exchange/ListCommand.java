package dev.bourse.control.shell.exchange;

import dev.bourse.api.trader.Trader;
import dev.bourse.control.shell.base.TraderListing;
import dev.bourse.control.shell.plugin.Plugins;
import dev.bourse.control.shell.service.Services;
import dev.bourse.control.shell.text.Table;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Lists accounts and whether they are connected. */
@Service
@Command(
    scope = "exchange",
    name = "list",
    description = "Lists accounts and whether they are connected",
    detailedDescription =
        """
        An account belongs to one trader. The types of exchange that are installed stand under \
        the table.

        Example:
          exchange:list
        """)
public final class ListCommand extends TraderListing {
  /** For Karaf. */
  public ListCommand() {}

  @Override
  protected Table table(List<Trader> traders) {
    return ExchangeTables.accounts(snapshots(traders));
  }

  @Override
  protected String below(Services services) {
    return Plugins.installed(services, "exchange");
  }
}
