package dev.bourse.control.shell.position;

import dev.bourse.api.trader.Trader;
import dev.bourse.control.shell.base.TraderListing;
import dev.bourse.control.shell.text.Table;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Lists what strategies hold. */
@Service
@Command(
    scope = "position",
    name = "list",
    description = "Lists what strategies hold",
    detailedDescription =
        """
        Unrealized is what the open quantity would earn at the last price, realized is what \
        was closed; fees are not in either. On a margin account, Liquidation is the price at \
        which the venue would close the position if no other price moved. Position is the name \
        of one of several that a strategy holds of an instrument. Protection says which one has \
        had no working stop for longer than protect.within, though one was declared.

        Example:
          position:list
          position:list --all demo --json
        """)
public final class ListCommand extends TraderListing {
  @Option(name = "--all", aliases = "-a", description = "Lists positions that were closed too")
  private boolean all;

  /** For Karaf. */
  public ListCommand() {}

  @Override
  protected Table table(List<Trader> traders) {
    return PositionTable.of(snapshots(traders), all);
  }
}
