package dev.bourse.control.shell.risk;

import dev.bourse.api.event.ControlEvent;
import dev.bourse.api.trader.Trader;
import dev.bourse.control.shell.base.TraderCommand;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Lifts a halt; the trader is then PAUSED. */
@Service
@Command(
    scope = "risk",
    name = "reset",
    description = "Lifts a halt; the trader is then PAUSED",
    detailedDescription =
        """
        Look first why it was halted: trader:info. Entries come back with trader:resume. Asks \
        before it does so; --yes skips the question.

        Example:
          risk:reset demo
        """)
public final class ResetCommand extends TraderCommand {
  @Option(name = "--yes", aliases = "-y", description = "Does it without asking")
  private boolean yes;

  /** For Karaf. */
  public ResetCommand() {}

  @Override
  protected void run(Trader chosen) throws InterruptedException {
    confirm(
        "This lifts the halt of trader " + chosen.id() + ": " + chosen.snapshot().detail(), yes);
    control(chosen, new ControlEvent.Reset(by()));
  }
}
