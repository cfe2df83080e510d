package dev.bourse.control.shell.trace;

import dev.bourse.api.event.Event;
import dev.bourse.api.event.MarketEvent;
import dev.bourse.api.event.TimerEvent;
import dev.bourse.api.trace.Turn;
import dev.bourse.api.trader.Trader;
import dev.bourse.control.shell.base.TraderCommand;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Shows the newest turns of a trader. */
@Service
@Command(
    scope = "trace",
    name = "tail",
    description = "Shows the newest turns of a trader",
    detailedDescription =
        """
        A turn is one step: what came in, and what was decided because of it. Market data \
        and timers of the engine are left out where they had no consequence, unless --market is \
        given. --follow goes on until Ctrl-C. With --json every line is one object.

        Example:
          trace:tail demo
          trace:tail -n 100 --follow demo
        """)
public final class TailCommand extends TraderCommand {
  @Option(name = "-n", description = "How many turns, the newest")
  private int count = 20;

  @Option(name = "--follow", aliases = "-f", description = "Goes on with what happens next")
  private boolean follow;

  @Option(
      name = "--market",
      description = "Shows market data and engine timers without consequence too")
  private boolean market;

  @Option(name = "--json", description = "Prints JSON, one object per line")
  private boolean json;

  @Option(name = "--no-format", description = "Prints tab-separated values")
  private boolean noFormat;

  /** For Karaf. */
  public TailCommand() {}

  @Override
  protected void run(Trader chosen) throws InterruptedException {
    TraceLines form = json ? TraceLines.JSON : noFormat ? TraceLines.TABS : TraceLines.TEXT;
    Pages pages = new Pages(form, session().getConsole());
    chosen.trace().tail(positive("-n", count), this::isWanted, pages);
    pages.end();
    if (follow) {
      long next = (pages.isEmpty() ? chosen.snapshot().sequence() : pages.last()) + 1;
      new Follower(chosen.trace(), this::isWanted, turn -> print(form.of(turn)))
          .run(next, () -> session().getConsole().checkError());
    } else if (pages.isEmpty() && form == TraceLines.TEXT) {
      say("Nothing in the trace yet. See what is in the way with: trader:info " + chosen.id());
    }
  }

  @Override
  protected String whenInterrupted() {
    return "";
  }

  private boolean isWanted(Turn turn) {
    return market || !turn.results().isEmpty() || !isRoutine(turn.event());
  }

  private static boolean isRoutine(Event event) {
    return event instanceof MarketEvent
        || (event instanceof TimerEvent timer && timer.owner().equals(TimerEvent.ENGINE));
  }
}
