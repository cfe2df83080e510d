package dev.bourse.control.shell.trader;

import dev.bourse.api.trader.Trader;
import dev.bourse.control.shell.base.Answers;
import dev.bourse.control.shell.base.TraderCommand;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Stops a trader and closes its store. */
@Service
@Command(
    scope = "trader",
    name = "stop",
    description = "Stops a trader and closes its store",
    detailedDescription =
        """
        Entries are cancelled or left as its configuration says, protective orders stay at the \
        venue. The answer says what stays there. Asks before it does so; --yes skips the \
        question.

        Example:
          trader:stop demo
          trader:stop demo --yes
        """)
public final class StopCommand extends TraderCommand {
  @Option(name = "--yes", aliases = "-y", description = "Does it without asking")
  private boolean yes;

  /** For Karaf. */
  public StopCommand() {}

  @Override
  protected void run(Trader chosen) throws InterruptedException {
    confirm("This stops trader " + chosen.id() + "; its strategies are not asked any more.", yes);
    say(Answers.of(chosen.stop(), "trader:info " + chosen.id()));
  }
}
