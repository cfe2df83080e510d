package dev.bourse.control.shell.data;

import dev.bourse.api.data.DownloadRequest;
import dev.bourse.api.data.StoredData;
import dev.bourse.control.shell.backtest.SpecWords;
import dev.bourse.control.shell.complete.DataArchiveCompleter;
import dev.bourse.control.shell.complete.DataSetCompleter;
import dev.bourse.control.shell.service.Services;
import dev.bourse.control.shell.text.KeyValues;
import java.util.List;
import java.util.Locale;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.StringsCompleter;

/** Fetches recorded data from a venue. */
@Service
@Command(
    scope = "data",
    name = "download",
    description = "Fetches recorded data from a venue and stores it",
    detailedDescription =
        """
        Published files first, a month or a day each, with their checksums; then what has no \
        file yet, over REST. No key is needed. The rules of the instrument are those that the \
        venue names now; --rule and --like change them. Ctrl-C stops; the same command goes on, \
        and fetches nothing twice.

        Example:
          data:download binance BTCUSDT 1m --from 2024-01-01 --to 2024-02-01
          data:download binance ETHUSDT trades --from 2024-01-01 --to 2024-01-08 --name eth
        """)
public final class DownloadCommand extends JobCommand<StoredData> {
  @Argument(name = "archive", description = "The venue's archive, like binance", required = true)
  @Completion(DataArchiveCompleter.class)
  private String archive = "";

  @Argument(
      index = 1,
      name = "symbol",
      description = "The venue's symbol, like BTCUSDT",
      required = true)
  private String symbol = "";

  @Argument(
      index = 2,
      name = "what",
      description = "Bars by their length, like 1m, or trades or aggTrades",
      required = true)
  @Completion(
      value = StringsCompleter.class,
      values = {"1m", "5m", "15m", "1h", "4h", "1d", "trades", "aggTrades"})
  private String what = "";

  @Argument(
      index = 3,
      name = "options",
      description = "Options may stand here as well",
      multiValued = true,
      valueToShowInHelp = "")
  private List<String> options = List.of();

  @Option(name = "--from", description = "First day, UTC; all there is if not given")
  private String from = "";

  @Option(name = "--to", description = "First day that is left out, UTC; up to now if not given")
  private String to = "";

  @Option(
      name = "--name",
      description = "The data set to make or to add to; symbol and kind if not given")
  @Completion(DataSetCompleter.class)
  private String name = "";

  @Option(name = "--like", description = "A data set whose instrument has the same rules")
  @Completion(DataSetCompleter.class)
  private String like = "";

  @Option(
      name = "--rule",
      description =
          "A rule of the instrument as key=value, like taker.fee=0.00075; may be repeated",
      multiValued = true,
      valueToShowInHelp = "")
  private List<String> rules = List.of();

  @Option(name = "--json", description = "Prints JSON, one object per line")
  private boolean json;

  /** For Karaf. */
  public DownloadCommand() {}

  @Override
  protected void run(Services services) throws InterruptedException {
    DownloadRequest request =
        new DownloadRequest(
            archive,
            symbol,
            what,
            from.isEmpty() ? Long.MIN_VALUE : SpecWords.time(from),
            to.isEmpty() ? Long.MAX_VALUE : SpecWords.time(to),
            name.isEmpty() ? (symbol + "-" + what).toLowerCase(Locale.ROOT) : name,
            like,
            KeyValues.of(rules));
    work(
        services,
        library -> library.download(request),
        stored -> json ? StoredText.json(stored) : StoredText.page(stored));
  }

  @Override
  protected List<String> trailing() {
    return options;
  }

  @Override
  String left() {
    return "files that were stored whole stay. The same command goes on.";
  }
}
