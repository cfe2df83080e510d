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
        earn at the last price, net is both less the fees. Other fees are those in another \
        currency than the quote: a fee in base made the position smaller, so realized and \
        unrealized tell of it already; a fee in a third currency is not in net, but stands with \
        what it was worth when it was charged.

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
