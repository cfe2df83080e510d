package dev.bourse.control.shell.history;

import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.trace.Turn;
import dev.bourse.api.trace.TurnResult;
import dev.bourse.api.trader.Trader;
import dev.bourse.control.shell.complete.OrderCompleter;
import dev.bourse.control.shell.service.Services;
import dev.bourse.control.shell.service.Traders;
import dev.bourse.control.shell.text.Table;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Lists how an order stood. */
@Service
@Command(
    scope = "order",
    name = "history",
    description = "Lists how an order stood after each change and in intervals",
    detailedDescription =
        """
        Shows what was kept of it: with history.changes = true in the trader's file after every \
        change, with history.interval = 1m every minute while it lives. Times are UTC. For what \
        happened in between, see trace:explain.

        Example:
          order:history demo-ema-3-17
          order:history demo-ema-3-17 --from 2013-11-25T08:00:00Z -n 200 --json
        """)
public final class OrderHistoryCommand extends HistoryCommand {
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

  /** For Karaf. */
  public OrderHistoryCommand() {}

  @Override
  protected Table table(Services services) {
    ClientOrderId id = new ClientOrderId(order);
    Trader trader = Traders.of(services).ofOrder(id);
    List<Kept<TurnResult.OrderKept>> rows =
        Kept.newest(
            trader.trace(), query(TurnResult.OrderKept.key(id)), count(), turn -> about(turn, id));
    return HistoryTables.orders(rows, nothing("order " + id, trader));
  }

  private static List<TurnResult.OrderKept> about(Turn turn, ClientOrderId id) {
    return turn.results().stream()
        .filter(TurnResult.OrderKept.class::isInstance)
        .map(TurnResult.OrderKept.class::cast)
        .filter(each -> each.order().id().equals(id))
        .toList();
  }

  @Override
  protected List<String> trailing() {
    return options;
  }
}
