package dev.bourse.control.shell.base;

import dev.bourse.api.trader.Trader;
import dev.bourse.api.trader.TraderSnapshot;
import dev.bourse.control.shell.complete.TraderCompleter;
import dev.bourse.control.shell.service.Services;
import dev.bourse.control.shell.service.Traders;
import dev.bourse.control.shell.text.Table;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Completion;
import org.jspecify.annotations.Nullable;

/** A list about one trader or all of them. */
public abstract class TraderListing extends ListingCommand {
  @Argument(name = "trader", description = "The trader; all if none is named")
  @Completion(TraderCompleter.class)
  private @Nullable String trader;

  @Argument(
      index = 1,
      name = "options",
      description = "Options may stand here as well",
      multiValued = true,
      valueToShowInHelp = "")
  private List<String> options = List.of();

  /** For Karaf, which fills the fields. */
  protected TraderListing() {}

  /** What to list. */
  protected abstract Table table(List<Trader> traders);

  /** What the traders look like now. */
  protected static List<TraderSnapshot> snapshots(List<Trader> traders) {
    return traders.stream().map(Trader::snapshot).toList();
  }

  @Override
  protected final Table table(Services services) {
    return table(Traders.of(services).some(trader));
  }

  @Override
  protected final List<String> trailing() {
    return options;
  }
}
