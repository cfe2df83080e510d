package dev.bourse.control.shell.signal;

import dev.bourse.api.trader.Trader;
import dev.bourse.control.shell.base.TraderListing;
import dev.bourse.control.shell.text.Table;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Lists signals that live, or the newest of each strategy and instrument. */
@Service
@Command(
    scope = "signal",
    name = "list",
    description = "Lists signals that live, or the newest of each strategy and instrument",
    detailedDescription =
        """
        Without --all only signals that live are listed. Earlier ones are in the trace: \
        trace:tail.

        Example:
          signal:list
          signal:list --all demo --json
        """)
public final class ListCommand extends TraderListing {
  @Option(name = "--all", aliases = "-a", description = "Lists signals that ended too")
  private boolean all;

  /** For Karaf. */
  public ListCommand() {}

  @Override
  protected Table table(List<Trader> traders) {
    return SignalViews.list(snapshots(traders), all);
  }
}
