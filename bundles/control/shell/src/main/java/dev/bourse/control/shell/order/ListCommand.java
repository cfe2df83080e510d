package dev.bourse.control.shell.order;

import dev.bourse.api.model.Order;
import dev.bourse.api.trader.Trader;
import dev.bourse.control.shell.base.TraderListing;
import dev.bourse.control.shell.text.Table;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Lists orders: those that may still fill, or all. */
@Service
@Command(
    scope = "order",
    name = "list",
    description = "Lists orders: those that may still fill, or all",
    detailedDescription =
        """
        Without --all only live orders are listed: those that may still fill, and those of \
        unknown fate.

        Example:
          order:list demo
          order:list --all -n 100 demo --json
        """)
public final class ListCommand extends TraderListing {
  @Option(name = "--all", aliases = "-a", description = "Lists closed orders too")
  private boolean all;

  @Option(name = "-n", description = "How many, the newest")
  private int count = 50;

  /** For Karaf. */
  public ListCommand() {}

  @Override
  protected Table table(List<Trader> traders) {
    List<Order> kept =
        snapshots(traders).stream().flatMap(trader -> trader.orders().stream()).toList();
    List<Order> wanted = kept.stream().filter(order -> all || order.isLive()).toList();
    List<Order> newest =
        wanted.subList(Math.max(0, wanted.size() - positive("-n", count)), wanted.size());
    return OrderViews.list(newest, !kept.isEmpty());
  }
}
