package dev.bourse.control.shell.order;

import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Order;
import dev.bourse.api.trader.Trader;
import dev.bourse.api.trader.TraderSnapshot;
import dev.bourse.control.shell.base.TraderListing;
import dev.bourse.control.shell.service.Refusal;
import dev.bourse.control.shell.service.Services;
import dev.bourse.control.shell.text.Display;
import dev.bourse.control.shell.text.Table;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.StringsCompleter;

/** Lists orders by where they stand: pending, asked about, completed, failed. */
@Service
@Command(
    scope = "order",
    name = "pending",
    description = "Lists orders by where they stand: pending, retry, completed, failed",
    detailedDescription =
        """
        Every order stands in exactly one place, and the counts below the table add up. \
        Pending: it may still fill. Retry: its command has no answer, the venue is asked \
        (Queries says how often). Completed: filled whole. Failed: denied, rejected, cancelled \
        or expired, with the reason. Without --view pending and retry are listed.

        Example:
          order:pending demo
          order:pending demo --view failed
          order:pending --view all --json
        """)
public final class PendingCommand extends TraderListing {
  private static final List<String> VIEWS =
      List.of("open", "pending", "retry", "completed", "failed", "all");

  @Option(name = "--view", description = "pending, retry, completed, failed, all or open")
  @Completion(
      value = StringsCompleter.class,
      values = {"open", "pending", "retry", "completed", "failed", "all"})
  private String view = "open";

  @Option(name = "-n", description = "How many, the newest")
  private int count = 50;

  private final Map<Standing, Integer> counts = new EnumMap<>(Standing.class);

  /** For Karaf. */
  public PendingCommand() {}

  @Override
  protected Table table(List<Trader> traders) {
    int most = positive("-n", count);
    if (!VIEWS.contains(view)) {
      throw new Refusal("--view=" + view + " must be one of " + String.join(", ", VIEWS) + ".");
    }
    Table table =
        Table.orElse("No orders in this view. See the others with: order:pending --view all")
            .words("Order", "View", "Status")
            .numbers("Filled")
            .words("Placed", "Updated")
            .numbers("Queries")
            .words("Reason");
    for (TraderSnapshot trader : snapshots(traders)) {
      Map<ClientOrderId, Integer> queried = new TreeMap<>();
      trader.queried().forEach(each -> queried.put(each.orderId(), each.queries()));
      List<Order> wanted =
          trader.orders().stream().filter(each -> isWanted(each, queried)).toList();
      wanted
          .subList(Math.max(0, wanted.size() - most), wanted.size())
          .forEach(each -> row(table, each, queried));
    }
    return table;
  }

  private boolean isWanted(Order order, Map<ClientOrderId, Integer> queried) {
    Standing standing = Standing.of(order, queried.keySet());
    counts.merge(standing, 1, Integer::sum);
    return switch (view) {
      case "all" -> true;
      case "open" -> standing == Standing.PENDING || standing == Standing.RETRY;
      default -> standing.word().equals(view);
    };
  }

  private static void row(Table table, Order order, Map<ClientOrderId, Integer> queried) {
    table.row(
        order.id(),
        Standing.of(order, queried.keySet()).word(),
        OrderText.status(order),
        Display.quantity(order.filled()),
        Display.time(order.createdAt()),
        Display.time(order.updatedAt()),
        queried.getOrDefault(order.id(), 0),
        order.reason());
  }

  @Override
  protected String below(Services services) {
    int all = counts.values().stream().mapToInt(Integer::intValue).sum();
    String parts =
        List.of(Standing.values()).stream()
            .map(each -> counts.getOrDefault(each, 0) + " " + each.word())
            .collect(Collectors.joining(", "));
    return all == 0 ? "" : parts + ": " + Display.count(all, "order") + ".\n";
  }
}
