package dev.bourse.control.shell.order;

import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.trader.Trader;
import dev.bourse.control.shell.base.BourseCommand;
import dev.bourse.control.shell.complete.OrderCompleter;
import dev.bourse.control.shell.service.Refusal;
import dev.bourse.control.shell.service.Services;
import dev.bourse.control.shell.service.Traders;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Shows one order. */
@Service
@Command(
    scope = "order",
    name = "info",
    description = "Shows one order",
    detailedDescription =
        """
        For the story behind it, see trace:explain.

        Example:
          order:info demo-ema-3-17
        """)
public final class InfoCommand extends BourseCommand {
  @Argument(name = "order", description = "The order", required = true)
  @Completion(OrderCompleter.class)
  private String order = "";

  /** For Karaf. */
  public InfoCommand() {}

  @Override
  protected void run(Services services) {
    ClientOrderId id = new ClientOrderId(order);
    Trader trader = Traders.of(services).ofOrder(id);
    print(
        trader
            .snapshot()
            .order(id)
            .map(OrderViews::page)
            .orElseThrow(
                () ->
                    new Refusal(
                        "Order " + id + " is closed and only in the trace: trace:explain " + id)));
  }
}
