package dev.bourse.control.shell.trader;

import dev.bourse.api.trader.Trader;
import dev.bourse.control.shell.base.TraderListing;
import dev.bourse.control.shell.text.Table;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Lists the balances of accounts. */
@Service
@Command(
    scope = "trader",
    name = "balance",
    description = "Lists the balances of accounts",
    detailedDescription =
        """
        Total is everything there, reserved is what live orders may still take, free is what \
        new orders may use.

        Example:
          trader:balance demo
        """)
public final class BalanceCommand extends TraderListing {
  /** For Karaf. */
  public BalanceCommand() {}

  @Override
  protected Table table(List<Trader> traders) {
    return TraderTables.balances(snapshots(traders));
  }
}
