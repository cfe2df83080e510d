package dev.bourse.control.shell.history;

import dev.bourse.api.trace.TraceQuery;
import dev.bourse.api.trader.Trader;
import dev.bourse.control.shell.backtest.SpecWords;
import dev.bourse.control.shell.base.ListingCommand;
import org.apache.karaf.shell.api.action.Option;

/** A list of how something stood at certain times. */
abstract class HistoryCommand extends ListingCommand {
  @Option(name = "-n", description = "How many rows, the newest")
  private int count = 50;

  @Option(name = "--from", description = "First day or time, UTC")
  private String from = "";

  @Option(name = "--to", description = "First day or time that is left out, UTC")
  private String to = "";

  /** For Karaf, which fills the fields. */
  HistoryCommand() {}

  /** How many rows are wanted. */
  final int count() {
    return positive("-n", count);
  }

  /** What is looked for. */
  final TraceQuery query(String key) {
    return new TraceQuery(
        0,
        from.isEmpty() ? Long.MIN_VALUE : SpecWords.time(from),
        to.isEmpty() ? Long.MAX_VALUE : SpecWords.time(to),
        key,
        false);
  }

  /** What to say where nothing was kept. */
  static String nothing(String what, Trader trader) {
    return "Nothing was kept of "
        + what
        + " then. history.changes = true and history.interval = 1m in the file of trader "
        + trader.id()
        + " keep it from then on; trace:explain tells the story of an order in any case.";
  }
}
