package dev.bourse.control.shell.trader;

import dev.bourse.api.trader.Trader;
import dev.bourse.control.shell.base.TraderListing;
import dev.bourse.control.shell.text.Table;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Lists what strategies earned, per instrument. */
@Service
@Command(
    scope = "trader",
    name = "profit",
    description = "Lists what strategies earned, per instrument",
    detailedDescription =
        """
        Realized is what closed quantity earned, unrealized is what the open position would \
        earn at the last price, net is both less the fees. Fees charged in another currency \
        are not in it: see trader:fills.

        Example:
          trader:profit demo
        """)
public final class ProfitCommand extends TraderListing {
  /** For Karaf. */
  public ProfitCommand() {}

  @Override
  protected Table table(List<Trader> traders) {
    return TraderTables.profit(snapshots(traders));
  }
}
