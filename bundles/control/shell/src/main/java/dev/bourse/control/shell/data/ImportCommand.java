package dev.bourse.control.shell.data;

import dev.bourse.api.data.ImportRequest;
import dev.bourse.api.data.StoredData;
import dev.bourse.control.shell.complete.DataFileCompleter;
import dev.bourse.control.shell.complete.DataFormatCompleter;
import dev.bourse.control.shell.complete.DataSetCompleter;
import dev.bourse.control.shell.service.Refusal;
import dev.bourse.control.shell.service.Services;
import dev.bourse.control.shell.text.KeyValues;
import java.nio.file.Path;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Stores files with recorded data. */
@Service
@Command(
    scope = "data",
    name = "import",
    description = "Stores files with recorded data",
    detailedDescription =
        """
        Files as Binance publishes them (csv, gz or zip; bars, trades, aggTrades), or a \
        .dataset file that describes any other text. The rules of the instrument (tick, step, \
        minimum, fees) are stored with the data; they come from --like, changed by --rule, or \
        from the set itself if it has the instrument. They are never guessed. What the set has \
        already is left out. Ctrl-C stops; the same command goes on.

        Example:
          data:import BTCUSDT-1m-2024-01.zip --name btc --rule instrument=BTCUSDT.BINANCE --rule base=BTC --rule base.decimals=8 --rule quote=USDT --rule quote.decimals=8 --rule tick=0.01 --rule step=0.00001 --rule min.quantity=0.00001 --rule max.quantity=9000 --rule min.notional=5 --rule maker.fee=0.001 --rule taker.fee=0.001
          data:import BTCUSDT-1m-2024-02.zip BTCUSDT-1m-2024-03.zip --name btc
          data:import market-data/ethusd.dataset --name eth
        """)
public final class ImportCommand extends JobCommand<StoredData> {
  @Argument(
      name = "files",
      description = "Files in the order of their data; options may stand behind them",
      required = true,
      multiValued = true,
      valueToShowInHelp = "")
  @Completion(DataFileCompleter.class)
  private List<String> files = List.of();

  @Option(name = "--name", description = "The data set to make or to add to; must be given")
  @Completion(DataSetCompleter.class)
  private String name = "";

  @Option(
      name = "--format",
      description = "The format, where the names of the files do not show it")
  @Completion(DataFormatCompleter.class)
  private String format = "";

  @Option(name = "--like", description = "A data set whose instrument has the same rules")
  @Completion(DataSetCompleter.class)
  private String like = "";

  @Option(
      name = "--rule",
      description = "A rule of the instrument as key=value, like tick=0.01; may be repeated",
      multiValued = true,
      valueToShowInHelp = "")
  private List<String> rules = List.of();

  @Option(name = "--json", description = "Prints JSON, one object per line")
  private boolean json;

  /** For Karaf. */
  public ImportCommand() {}

  @Override
  protected void run(Services services) throws InterruptedException {
    if (name.isEmpty()) {
      throw new Refusal("Say which data set to make or to add to, with --name.");
    }
    List<Path> paths =
        Trailing.of(files).arguments().stream()
            .map(each -> Path.of(each).toAbsolutePath().normalize())
            .toList();
    ImportRequest request = new ImportRequest(name, paths, format, like, KeyValues.of(rules));
    work(
        services,
        library -> library.add(request),
        stored -> json ? StoredText.json(stored) : StoredText.page(stored));
  }

  @Override
  protected List<String> trailing() {
    return Trailing.of(files).options();
  }

  @Override
  String left() {
    return "files that were stored whole stay. The same command goes on.";
  }
}
