package dev.bourse.control.shell.exchange;

import dev.bourse.api.trader.Trader;
import dev.bourse.control.shell.base.TraderListing;
import dev.bourse.control.shell.text.Table;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Lists instruments with their rules and fees. */
@Service
@Command(
    scope = "exchange",
    name = "instruments",
    description = "Lists instruments with their rules and fees",
    detailedDescription =
        """
        Those that traders follow, in the newest version that their venue reported.

        Example:
          exchange:instruments demo
        """)
public final class InstrumentsCommand extends TraderListing {
  /** For Karaf. */
  public InstrumentsCommand() {}

  @Override
  protected Table table(List<Trader> traders) {
    return ExchangeTables.instruments(snapshots(traders));
  }
}
