package dev.bourse.control.shell.signal;

import dev.bourse.control.shell.base.BourseCommand;
import dev.bourse.control.shell.complete.SignalCompleter;
import dev.bourse.control.shell.service.Services;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Shows one signal. */
@Service
@Command(
    scope = "signal",
    name = "info",
    description = "Shows one signal",
    detailedDescription =
        """
        For the story behind one of its orders, see trace:explain.

        Example:
          signal:info breakout-BTCUSD.BITSTAMP-1385374200000
        """)
public final class InfoCommand extends BourseCommand {
  @Argument(name = "signal", description = "The signal", required = true)
  @Completion(SignalCompleter.class)
  private String signal = "";

  /** For Karaf. */
  public InfoCommand() {}

  @Override
  protected void run(Services services) {
    print(SignalViews.page(Signals.find(services, signal).view()));
  }
}
