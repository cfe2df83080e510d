package dev.bourse.control.shell.order;

import dev.bourse.api.event.ControlEvent;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.trader.Trader;
import dev.bourse.control.shell.base.Answers;
import dev.bourse.control.shell.base.BourseCommand;
import dev.bourse.control.shell.complete.LiveOrderCompleter;
import dev.bourse.control.shell.service.Services;
import dev.bourse.control.shell.service.Traders;
import java.time.Duration;
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
        Waits for the venue's answer: done, too late, rejected, or unknown. When the time is up \
        and nothing was heard, the venue is asked once more. With --all the answer says that the \
        cancels are on their way. Asks before it does so; --yes skips the question.

        Example:
          order:cancel demo-ema-3-17
          order:cancel demo-ema-3-17 --wait 0 --yes
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

  @Option(name = "--wait", description = "Seconds to wait for the answer, 0 for not at all")
  private int wait = 5;

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
    String lookAt = "order:list " + trader.id();
    say(
        all
            ? Answers.of(trader.control(new ControlEvent.CancelAll(by())), lookAt)
            : OrderText.cancelled(
                Answers.of(
                    trader.cancel(
                        new ClientOrderId(order), by(), Duration.ofSeconds(wait), wait > 0),
                    lookAt)));
  }

  @Override
  protected List<String> trailing() {
    return options;
  }
}
