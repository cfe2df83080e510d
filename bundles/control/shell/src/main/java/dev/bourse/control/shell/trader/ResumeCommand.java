package dev.bourse.control.shell.trader;

import dev.bourse.api.event.ControlEvent;
import dev.bourse.api.trader.Trader;
import dev.bourse.control.shell.base.TraderCommand;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Allows new entries again. */
@Service
@Command(
    scope = "trader",
    name = "resume",
    description = "Allows new entries again",
    detailedDescription =
        """
        From PAUSED and REDUCING. A halted trader needs risk:reset first.

        Example:
          trader:resume demo
        """)
public final class ResumeCommand extends TraderCommand {
  /** For Karaf. */
  public ResumeCommand() {}

  @Override
  protected void run(Trader chosen) throws InterruptedException {
    control(chosen, new ControlEvent.Resume(by()));
  }
}
