package dev.bourse.control.shell.trader;

import dev.bourse.api.trader.Trader;
import dev.bourse.control.shell.base.TraderListing;
import dev.bourse.control.shell.text.Table;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Says what traders may do now, and why. */
@Service
@Command(
    scope = "trader",
    name = "status",
    description = "Says what traders may do now, and why",
    detailedDescription =
        """
        One line per trader: its status and a sentence. For everything that could be in its \
        way, see trader:info.

        Example:
          trader:status
          trader:status demo --no-format
        """)
public final class StatusCommand extends TraderListing {
  /** For Karaf. */
  public StatusCommand() {}

  @Override
  protected Table table(List<Trader> traders) {
    long wall = System.currentTimeMillis();
    return TraderTables.status(
        snapshots(traders).stream().map(trader -> Health.of(trader, wall)).toList());
  }
}
