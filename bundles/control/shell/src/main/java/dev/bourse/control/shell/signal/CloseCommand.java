package dev.bourse.control.shell.signal;

import dev.bourse.api.event.ControlEvent;
import dev.bourse.api.trader.Trader;
import dev.bourse.control.shell.base.Answers;
import dev.bourse.control.shell.base.BourseCommand;
import dev.bourse.control.shell.complete.SignalCompleter;
import dev.bourse.control.shell.service.Services;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Ends one signal. */
@Service
@Command(
    scope = "signal",
    name = "close",
    description = "Ends one signal: cancels it while it waits, sells what it holds",
    detailedDescription =
        """
        The strategy goes on and may give the next signal; trader:pause keeps it from that. Asks \
        before it does so; --yes skips the question.

        Example:
          signal:close breakout-BTCUSD.BITSTAMP-1385374200000
        """)
public final class CloseCommand extends BourseCommand {
  @Argument(name = "signal", description = "The signal", required = true)
  @Completion(SignalCompleter.class)
  private String signal = "";

  @Argument(
      index = 1,
      name = "options",
      description = "Options may stand here as well",
      multiValued = true,
      valueToShowInHelp = "")
  private List<String> options = List.of();

  @Option(name = "--yes", aliases = "-y", description = "Does it without asking")
  private boolean yes;

  /** For Karaf. */
  public CloseCommand() {}

  @Override
  protected void run(Services services) throws InterruptedException {
    Trader trader = Signals.find(services, signal).trader();
    confirm("This ends signal " + signal + ".", yes);
    say(
        Answers.of(
            trader.control(new ControlEvent.CloseSignal(signal, by())), "signal:info " + signal));
  }

  @Override
  protected List<String> trailing() {
    return options;
  }
}
