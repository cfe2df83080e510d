package dev.bourse.control.shell.history;

import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.trace.Turn;
import dev.bourse.api.trace.TurnResult;
import dev.bourse.api.trader.Trader;
import dev.bourse.control.shell.complete.InstrumentCompleter;
import dev.bourse.control.shell.complete.TraderCompleter;
import dev.bourse.control.shell.service.Services;
import dev.bourse.control.shell.service.Traders;
import dev.bourse.control.shell.text.Table;
import java.util.List;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;

/** Lists how the positions in an instrument stood. */
@Service
@Command(
    scope = "position",
    name = "history",
    description = "Lists how the positions in an instrument stood after each fill and in intervals",
    detailedDescription =
        """
        Shows what was kept of them: with history.changes = true in the trader's file after every \
        fill, with history.interval = 1m every minute while something is held, with the price of \
        that moment and what the open quantity would have earned at it. Times are UTC.

        Example:
          position:history BTCUSD.BITSTAMP
          position:history BTCUSD.BITSTAMP demo --from 2013-11-25 -n 1440 --json
        """)
public final class PositionHistoryCommand extends HistoryCommand {
  @Argument(name = "instrument", description = "The instrument", required = true)
  @Completion(InstrumentCompleter.class)
  private String instrument = "";

  @Argument(
      index = 1,
      name = "trader",
      description = "The trader; may be left out where there is only one")
  @Completion(TraderCompleter.class)
  private @Nullable String trader;

  @Argument(
      index = 2,
      name = "options",
      description = "Options may stand here as well",
      multiValued = true,
      valueToShowInHelp = "")
  private List<String> options = List.of();

  /** For Karaf. */
  public PositionHistoryCommand() {}

  @Override
  protected Table table(Services services) {
    InstrumentId id = InstrumentId.of(instrument);
    Trader chosen = Traders.of(services).one(isOption() ? null : trader);
    List<Kept<TurnResult.PositionKept>> rows =
        Kept.newest(
            chosen.trace(),
            query(TurnResult.PositionKept.key(id)),
            count(),
            turn -> about(turn, id));
    return HistoryTables.positions(rows, nothing("positions in " + id, chosen));
  }

  private static List<TurnResult.PositionKept> about(Turn turn, InstrumentId id) {
    return turn.results().stream()
        .filter(TurnResult.PositionKept.class::isInstance)
        .map(TurnResult.PositionKept.class::cast)
        .filter(each -> each.position().instrument().id().equals(id))
        .toList();
  }

  /** Behind the instrument Karaf takes an option for the trader that was left out. */
  private boolean isOption() {
    return trader != null && trader.startsWith("-");
  }

  @Override
  protected List<String> trailing() {
    return isOption()
        ? Stream.concat(Stream.of(String.valueOf(trader)), options.stream()).toList()
        : options;
  }
}
