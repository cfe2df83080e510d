package dev.bourse.control.shell.trader;

import dev.bourse.api.trader.Trader;
import dev.bourse.control.shell.base.TraderCommand;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Shows everything about a trader, beginning with why it is not trading. */
@Service
@Command(
    scope = "trader",
    name = "info",
    description = "Shows everything about a trader, beginning with why it is not trading",
    detailedDescription =
        """
        What stands in its way comes first: its status, storage, connections, orders of \
        unknown fate, missing data, missing plug-ins, denials with their numbers. Then its \
        state, accounts, market data and strategies.

        Example:
          trader:info demo
        """)
public final class InfoCommand extends TraderCommand {
  /** For Karaf. */
  public InfoCommand() {}

  @Override
  protected void run(Trader chosen) {
    print(TraderSheet.of(Health.of(chosen.snapshot(), System.currentTimeMillis())));
  }
}
