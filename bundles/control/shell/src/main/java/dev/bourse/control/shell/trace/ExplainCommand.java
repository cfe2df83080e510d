package dev.bourse.control.shell.trace;

import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.trace.Turn;
import dev.bourse.api.trader.Trader;
import dev.bourse.control.shell.base.BourseCommand;
import dev.bourse.control.shell.complete.OrderCompleter;
import dev.bourse.control.shell.service.Refusal;
import dev.bourse.control.shell.service.Services;
import dev.bourse.control.shell.service.Traders;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Tells the story of an order. */
@Service
@Command(
    scope = "trace",
    name = "explain",
    description = "Tells the story of an order",
    detailedDescription =
        """
        What happened, what the strategy saw, what it wanted, what every risk module said with \
        its numbers, what was sent, what the venue answered, what was filled. Times are UTC.

        Example:
          trace:explain demo-ema-3-17
        """)
public final class ExplainCommand extends BourseCommand {
  @Argument(name = "order", description = "The order", required = true)
  @Completion(OrderCompleter.class)
  private String order = "";

  /** For Karaf. */
  public ExplainCommand() {}

  @Override
  protected void run(Services services) {
    ClientOrderId id = new ClientOrderId(order);
    Trader trader = Traders.of(services).ofOrder(id);
    List<Turn> turns = trader.trace().explain(id);
    if (turns.isEmpty()) {
      throw new Refusal("The trace of trader " + trader.id() + " says nothing about " + id + ".");
    }
    print(Story.of(id, turns, trader.snapshot().order(id)));
  }
}
