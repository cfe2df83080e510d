package dev.bourse.control.shell.trader;

import dev.bourse.api.trader.Trader;
import dev.bourse.control.shell.base.TraderCommand;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Starts a trader that was stopped. */
@Service
@Command(
    scope = "trader",
    name = "start",
    description = "Starts a trader that was stopped",
    detailedDescription =
        """
        Nothing happens if it runs already. It recovers its state first, compares it with the \
        venues, and then trades.

        Example:
          trader:start demo
        """)
public final class StartCommand extends TraderCommand {
  /** For Karaf. */
  public StartCommand() {}

  @Override
  protected void run(Trader chosen) {
    chosen.start();
    say("Trader " + chosen.id() + " starts. See how far it is with: trader:status " + chosen.id());
  }
}
