package dev.bourse.control.shell.risk;

import dev.bourse.api.event.ControlEvent;
import dev.bourse.api.model.TraderStatus;
import dev.bourse.api.trader.Trader;
import dev.bourse.api.trader.TraderSnapshot;
import dev.bourse.control.shell.base.TraderCommand;
import java.util.EnumSet;
import java.util.Set;
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
        Look first why it was halted: trader:info, risk:status. Entries come back with \
        trader:resume. A breaker that tripped measures from the equity of this moment then. Asks \
        before it does so; --yes skips the question. A trader that is not halted stays as it is.

        Example:
          risk:reset demo
        """)
public final class ResetCommand extends TraderCommand {
  /** What a trader with a latched halt never shows; the others may hide one. */
  private static final Set<TraderStatus> NOT_HALTED =
      EnumSet.of(
          TraderStatus.RUNNING,
          TraderStatus.PAUSED,
          TraderStatus.REDUCING,
          TraderStatus.FAULTED,
          TraderStatus.SUSPENDED,
          TraderStatus.RECONCILING);

  @Option(name = "--yes", aliases = "-y", description = "Does it without asking")
  private boolean yes;

  /** For Karaf. */
  public ResetCommand() {}

  @Override
  protected void run(Trader chosen) throws InterruptedException {
    TraderSnapshot now = chosen.snapshot();
    if (NOT_HALTED.contains(now.status())) {
      say(notHalted(now));
    } else {
      confirm("This lifts the halt of trader " + chosen.id() + ": " + now.detail(), yes);
      control(chosen, new ControlEvent.Reset(by()));
    }
  }

  private static String notHalted(TraderSnapshot now) {
    String rest =
        switch (now.status()) {
          case RUNNING -> ". Entries are allowed.";
          case PAUSED ->
              " (" + now.detail() + "). Entries come back with: trader:resume " + now.id();
          default ->
              " (" + now.detail() + "). See what is in the way with: trader:info " + now.id();
        };
    return "Trader %s is not halted, so there is nothing to reset: it is %s%s"
        .formatted(now.id(), now.status(), rest);
  }
}
