package dev.bourse.control.shell.data;

import dev.bourse.api.data.DataRange;
import dev.bourse.control.shell.backtest.SpecWords;
import dev.bourse.control.shell.complete.DataSetCompleter;
import dev.bourse.control.shell.service.Refusal;
import dev.bourse.control.shell.service.Services;
import dev.bourse.control.shell.text.Table;
import java.nio.file.Path;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;

/** Writes recorded data as text. */
@Service
@Command(
    scope = "data",
    name = "export",
    description = "Writes a data set as text",
    detailedDescription =
        """
        One file per instrument with comma-separated values and all decimals, times in \
        nanoseconds since 1970, and a description beside it by which Bourse can read it again. \
        The files go to exports/ in the folder of Bourse's state, unless --folder says otherwise.

        Example:
          data:export bitstamp --format csv
          data:export btcusdt-1m --from 2024-01-01 --to 2024-01-02 --folder /tmp/bars
        """)
public final class ExportCommand extends JobCommand<List<Path>> {
  @Reference private @Nullable BundleContext bundles;

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

  @Option(name = "--format", description = "The format; there is csv")
  @Completion(
      value = StringsCompleter.class,
      values = {"csv"})
  private String format = "csv";

  @Option(name = "--folder", description = "Where to")
  private String folder = "";

  @Option(name = "--from", description = "First day or time, UTC")
  private String from = "";

  @Option(name = "--to", description = "First day or time that is left out, UTC")
  private String to = "";

  @Option(name = "--json", description = "Prints JSON, one object per line")
  private boolean json;

  /** For Karaf. */
  public ExportCommand() {}

  @Override
  protected void run(Services services) throws InterruptedException {
    if (!format.equals("csv")) {
      throw new Refusal("--format \"" + format + "\" is not known; there is csv.");
    }
    DataRange range =
        new DataRange(
            set,
            from.isEmpty() ? Long.MIN_VALUE : SpecWords.time(from),
            to.isEmpty() ? Long.MAX_VALUE : SpecWords.time(to));
    Path target = folder.isEmpty() ? exports() : Path.of(folder).toAbsolutePath().normalize();
    work(services, library -> library.export(range, target), this::reply);
  }

  private String reply(List<Path> files) {
    Table table =
        Table.orElse("There is nothing in this part of " + set + ", so no file was written.")
            .words("File");
    files.forEach(each -> table.row(each.toString()));
    return json ? table.json() : table.text();
  }

  private Path exports() {
    String var = bundles == null ? null : bundles.getProperty("bourse.var");
    return Path.of(var == null ? "var" : var).resolve("exports").toAbsolutePath().normalize();
  }

  @Override
  protected List<String> trailing() {
    return options;
  }

  @Override
  String left() {
    return "no file was written.";
  }
}
