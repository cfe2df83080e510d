package dev.bourse.control.shell.trader;

import dev.bourse.api.trader.Trader;
import dev.bourse.control.shell.base.TraderListing;
import dev.bourse.control.shell.text.Table;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Lists what watches accounts while their streams are silent. */
@Service
@Command(
    scope = "trader",
    name = "watchers",
    description = "Lists what watches accounts while their streams are silent",
    detailedDescription =
        """
        Each account has a watcher of its balances, positions, orders and trades. It listens to \
        the stream; silent for longer than its time, the venue is asked. Missed counts answers \
        that stayed out in a row: as many as may be, and the connection counts as lost. Orders \
        and trades are watched from the first order on, positions where there are contracts. \
        Status asks for one order that may fill at a time while nothing is told of orders; it \
        gives no connection up. \
        All of it is set by the keys watch.* and timeout.* of the trader's file.

        Example:
          trader:watchers demo
        """)
public final class WatchersCommand extends TraderListing {
  /** For Karaf. */
  public WatchersCommand() {}

  @Override
  protected Table table(List<Trader> traders) {
    return TraderTables.watchers(traders);
  }
}
