package dev.bourse.control.shell.trader;

import dev.bourse.api.event.ControlEvent;
import dev.bourse.api.trader.Trader;
import dev.bourse.control.shell.base.TraderCommand;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Stops new entries; exits go on. */
@Service
@Command(
    scope = "trader",
    name = "pause",
    description = "Stops new entries; exits go on",
    detailedDescription =
        """
        Strategies are still asked, their entries are denied. What reduces a position goes \
        out. Entries come back with trader:resume.

        Example:
          trader:pause demo
        """)
public final class PauseCommand extends TraderCommand {
  /** For Karaf. */
  public PauseCommand() {}

  @Override
  protected void run(Trader chosen) throws InterruptedException {
    control(chosen, new ControlEvent.Pause(by()));
  }
}
