package dev.bourse.control.shell.trader;

import dev.bourse.api.event.ControlEvent;
import dev.bourse.api.trader.Trader;
import dev.bourse.control.shell.base.TraderCommand;
import dev.bourse.control.shell.text.Display;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Cancels and closes although the journal of a trader failed. */
@Service
@Command(
    scope = "trader",
    name = "emergency",
    description = "Cancels and closes although the journal of a trader failed",
    detailedDescription =
        """
        After a failed write nothing more goes through a trader's journal, so trader:flatten \
        sends nothing. This cancels its orders and closes its positions, writes each command \
        to emergency.log beside the store before it is sent, and works only then; a second \
        time it places nothing twice. The next start reads that file and asks the venue what \
        became of the orders. Asks before it does so; --yes skips the question.

        Example:
          trader:emergency demo
          trader:emergency demo --yes
        """)
public final class EmergencyCommand extends TraderCommand {
  @Option(name = "--yes", aliases = "-y", description = "Does it without asking")
  private boolean yes;

  /** For Karaf. */
  public EmergencyCommand() {}

  @Override
  protected void run(Trader chosen) throws InterruptedException {
    long open = chosen.snapshot().positions().stream().filter(each -> !each.isFlat()).count();
    confirm(
        "This cancels "
            + Display.count(chosen.snapshot().liveOrders().size(), "order")
            + " and closes "
            + Display.count(open, "position")
            + " of trader "
            + chosen.id()
            + " at the market, past its failed journal.",
        yes);
    control(chosen, new ControlEvent.Emergency(by()));
  }
}
