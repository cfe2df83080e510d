package dev.bourse.control.shell.trader;

import dev.bourse.api.event.ControlEvent;
import dev.bourse.api.trader.Trader;
import dev.bourse.control.shell.base.TraderCommand;
import dev.bourse.control.shell.text.Display;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Closes every position of a trader and pauses it. */
@Service
@Command(
    scope = "trader",
    name = "flatten",
    description = "Closes every position of a trader and pauses it",
    detailedDescription =
        """
        Pauses, cancels entries, sells what its strategies hold, verifies that nothing is \
        left, stays PAUSED. Balances that no strategy owns are not touched. Asks before it \
        does so; --yes skips the question.

        Example:
          trader:flatten demo
          trader:flatten demo --yes
        """)
public final class FlattenCommand extends TraderCommand {
  @Option(name = "--yes", aliases = "-y", description = "Does it without asking")
  private boolean yes;

  /** For Karaf. */
  public FlattenCommand() {}

  @Override
  protected void run(Trader chosen) throws InterruptedException {
    long open = chosen.snapshot().positions().stream().filter(each -> !each.isFlat()).count();
    confirm(
        "This closes "
            + Display.count(open, "position")
            + " of trader "
            + chosen.id()
            + " at the market.",
        yes);
    control(chosen, new ControlEvent.Flatten(by()));
  }
}
