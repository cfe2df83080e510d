package dev.bourse.control.shell.risk;

import dev.bourse.api.trader.Safeguards.BreakerView;
import dev.bourse.api.trader.Trader;
import dev.bourse.api.trader.TraderSnapshot;
import dev.bourse.control.shell.base.TraderListing;
import dev.bourse.control.shell.service.Services;
import dev.bourse.control.shell.text.Table;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Shows what stops traders at a loss, and how far it is from that. */
@Service
@Command(
    scope = "risk",
    name = "status",
    description = "Shows what stops traders at a loss, and how far it is from that",
    detailedDescription =
        """
        A breaker measures what an account lost, since the day began or from its peak; deposits \
        and withdrawals do not count. One that tripped stays so, over restarts as well, until \
        risk:reset; it then measures from the equity of that moment. Why it tripped stands under \
        the table.

        Example:
          risk:status demo
        """)
public final class StatusCommand extends TraderListing {
  private List<TraderSnapshot> shown = List.of();

  /** For Karaf. */
  public StatusCommand() {}

  @Override
  protected Table table(List<Trader> traders) {
    shown = snapshots(traders);
    return BreakerTable.of(shown);
  }

  @Override
  protected String below(Services services) {
    return shown.stream()
        .flatMap(trader -> trader.safeguards().tripped().stream())
        .map(BreakerView::tripped)
        .map(why -> Character.toUpperCase(why.charAt(0)) + why.substring(1) + ".\n")
        .collect(Collectors.joining());
  }
}
