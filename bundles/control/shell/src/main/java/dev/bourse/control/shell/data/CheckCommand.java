package dev.bourse.control.shell.data;

import dev.bourse.api.data.CheckReport;
import dev.bourse.api.data.DataRange;
import dev.bourse.control.shell.backtest.SpecWords;
import dev.bourse.control.shell.complete.DataSetCompleter;
import dev.bourse.control.shell.service.Services;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Looks for what is wrong with recorded data. */
@Service
@Command(
    scope = "data",
    name = "check",
    description = "Looks for gaps, repeats, disorder and absurd values in a data set",
    detailedDescription =
        """
        Reads the whole set, or a part of it, and counts: missing, repeated and incomplete bars; \
        missing and repeated ids of trades, pauses of more than an hour; times that go back; \
        prices that double or halve from one to the next; what is off the tick or step; and \
        what the reader left out or corrected. The first places of each are named. Works on \
        every data set, stored or text.

        Example:
          data:check bitstamp
          data:check btcusdt-1m --from 2024-01-01 --to 2024-02-01
        """)
public final class CheckCommand extends JobCommand<CheckReport> {
  @Argument(name = "set", description = "The data set", required = true)
  @Completion(DataSetCompleter.class)
  private String set = "";

  @Argument(
      index = 1,
      name = "options",
      description = "Options may stand here as well",
      multiValued = true,
      valueToShowInHelp = "")
  private List<String> options = List.of();

  @Option(name = "--from", description = "First day or time, UTC")
  private String from = "";

  @Option(name = "--to", description = "First day or time that is left out, UTC")
  private String to = "";

  @Option(name = "--json", description = "Prints JSON, one object per line")
  private boolean json;

  @Option(
      name = "--no-format",
      description = "Prints tab-separated values under one line of headings")
  private boolean noFormat;

  /** For Karaf. */
  public CheckCommand() {}

  @Override
  protected void run(Services services) throws InterruptedException {
    DataRange range =
        new DataRange(
            set,
            from.isEmpty() ? Long.MIN_VALUE : SpecWords.time(from),
            to.isEmpty() ? Long.MAX_VALUE : SpecWords.time(to));
    work(services, library -> library.check(range), this::reply);
  }

  private String reply(CheckReport report) {
    return json
        ? CheckText.table(report).json()
        : noFormat ? CheckText.table(report).tabs() : CheckText.page(report);
  }

  @Override
  protected List<String> trailing() {
    return options;
  }

  @Override
  String left() {
    return "nothing was changed.";
  }
}
