package dev.bourse.control.shell.order;

import dev.bourse.api.event.ControlEvent;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.trader.Trader;
import dev.bourse.control.shell.base.Answers;
import dev.bourse.control.shell.base.BourseCommand;
import dev.bourse.control.shell.complete.LiveOrderCompleter;
import dev.bourse.control.shell.service.Services;
import dev.bourse.control.shell.service.Traders;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Cancels one order, or all orders of a trader. */
@Service
@Command(
    scope = "order",
    name = "cancel",
    description = "Cancels one order, or all orders of a trader",
    detailedDescription =
        """
        The answer says that the cancel is on its way; whether it came in time, order:info \
        says. Asks before it does so; --yes skips the question.

        Example:
          order:cancel demo-ema-3-17
          order:cancel --all demo --yes
        """)
public final class CancelCommand extends BourseCommand {
  @Argument(name = "order", description = "The order; with --all the trader", required = true)
  @Completion(LiveOrderCompleter.class)
  private String order = "";

  @Argument(
      index = 1,
      name = "options",
      description = "Options may stand here as well",
      multiValued = true,
      valueToShowInHelp = "")
  private List<String> options = List.of();

  @Option(name = "--all", aliases = "-a", description = "Cancels every live order of the trader")
  private boolean all;

  @Option(name = "--yes", aliases = "-y", description = "Does it without asking")
  private boolean yes;

  /** For Karaf. */
  public CancelCommand() {}

  @Override
  protected void run(Services services) throws InterruptedException {
    Traders traders = Traders.of(services);
    Trader trader = all ? traders.one(order) : traders.ofOrder(new ClientOrderId(order));
    confirm(
        all
            ? "This cancels every live order of trader " + trader.id() + "."
            : "This cancels order " + order + ".",
        yes);
    ControlEvent event =
        all
            ? new ControlEvent.CancelAll(by())
            : new ControlEvent.Cancel(new ClientOrderId(order), by());
    say(Answers.of(trader.control(event), "order:list " + trader.id()));
  }

  @Override
  protected List<String> trailing() {
    return options;
  }
}
