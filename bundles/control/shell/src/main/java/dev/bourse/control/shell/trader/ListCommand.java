package dev.bourse.control.shell.trader;

import dev.bourse.api.trader.Trader;
import dev.bourse.api.trader.TraderRegistry;
import dev.bourse.control.shell.base.TraderListing;
import dev.bourse.control.shell.service.Services;
import dev.bourse.control.shell.text.Table;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Lists traders. */
@Service
@Command(
    scope = "trader",
    name = "list",
    description = "Lists traders with their status, equity, positions and live orders",
    detailedDescription =
        """
        Every trader that has a configuration is listed, running or not. RUNNING, STARVED \
        means that it runs but got no data for three bars. Refused configuration files and \
        files in deploy/ that are no bundle are named under the table.

        Example:
          trader:list
          trader:list demo --json
        """)
public final class ListCommand extends TraderListing {
  /** For Karaf. */
  public ListCommand() {}

  @Override
  protected Table table(List<Trader> traders) {
    long wall = System.currentTimeMillis();
    return TraderTables.list(
        snapshots(traders).stream().map(trader -> Health.of(trader, wall)).toList());
  }

  @Override
  protected String below(Services services) {
    return services.find(TraderRegistry.class).stream()
        .flatMap(registry -> registry.problems().stream())
        .map(problem -> "Problem: " + problem + "\n")
        .collect(Collectors.joining());
  }
}
