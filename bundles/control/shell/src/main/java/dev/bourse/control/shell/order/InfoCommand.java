package dev.bourse.control.shell.order;

import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Order;
import dev.bourse.api.trader.RefreshedOrder;
import dev.bourse.api.trader.Trader;
import dev.bourse.control.shell.base.Answers;
import dev.bourse.control.shell.base.BourseCommand;
import dev.bourse.control.shell.complete.OrderCompleter;
import dev.bourse.control.shell.service.Refusal;
import dev.bourse.control.shell.service.Services;
import dev.bourse.control.shell.service.Traders;
import java.time.Duration;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Shows one order. */
@Service
@Command(
    scope = "order",
    name = "info",
    description = "Shows one order",
    detailedDescription =
        """
        Says what the books say; with --refresh the venue is asked first. For the story behind \
        it, see trace:explain.

        Example:
          order:info demo-ema-3-17
          order:info demo-ema-3-17 --refresh
        """)
public final class InfoCommand extends BourseCommand {
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  @Argument(name = "order", description = "The order", required = true)
  @Completion(OrderCompleter.class)
  private String order = "";

  @Argument(
      index = 1,
      name = "options",
      description = "Options may stand here as well",
      multiValued = true,
      valueToShowInHelp = "")
  private List<String> options = List.of();

  @Option(name = "--refresh", aliases = "-r", description = "Asks the venue first")
  private boolean refresh;

  /** For Karaf. */
  public InfoCommand() {}

  @Override
  protected void run(Services services) throws InterruptedException {
    ClientOrderId id = new ClientOrderId(order);
    Trader trader = Traders.of(services).ofOrder(id);
    Order known =
        trader
            .snapshot()
            .order(id)
            .orElseThrow(
                () ->
                    new Refusal(
                        "Order " + id + " is closed and only in the trace: trace:explain " + id));
    if (refresh) {
      RefreshedOrder asked = Answers.of(trader.refresh(id, by(), PATIENCE), "order:info " + id);
      if (!asked.problem().isEmpty()) {
        say("Not refreshed: " + asked.problem() + ". This is what the books say.");
      }
      known = asked.order();
    }
    print(OrderViews.page(known));
  }

  @Override
  protected List<String> trailing() {
    return options;
  }
}
