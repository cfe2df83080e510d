package dev.bourse.control.shell.trader;

import dev.bourse.api.trader.Trader;
import dev.bourse.control.shell.base.TraderListing;
import dev.bourse.control.shell.text.Table;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Lists the newest fills. */
@Service
@Command(
    scope = "trader",
    name = "fills",
    description = "Lists the newest fills",
    detailedDescription =
        """
        Read from the trace, so fills of earlier starts are there too. A fill that the venue \
        reported twice is listed once.

        Example:
          trader:fills demo
          trader:fills -n 100 demo --no-format
        """)
public final class FillsCommand extends TraderListing {
  @Option(name = "-n", description = "How many of each trader, the newest")
  private int count = 20;

  /** For Karaf. */
  public FillsCommand() {}

  @Override
  protected Table table(List<Trader> traders) {
    return TraderTables.fills(
        traders.stream()
            .flatMap(trader -> Fills.newest(trader.trace(), positive("-n", count)).stream())
            .toList());
  }
}
