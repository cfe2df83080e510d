package dev.bourse.control.shell.data;

import dev.bourse.api.data.HistoricalDataSource;
import dev.bourse.control.shell.base.ListingCommand;
import dev.bourse.control.shell.service.Part;
import dev.bourse.control.shell.service.Services;
import dev.bourse.control.shell.text.Table;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Lists recorded market data. */
@Service
@Command(
    scope = "data",
    name = "list",
    description = "Lists recorded market data",
    detailedDescription =
        """
        Sets that backtest:run and traders in replay mode can read. A set that cannot be read \
        says why.

        Example:
          data:list
        """)
public final class ListCommand extends ListingCommand {
  /** For Karaf. */
  public ListCommand() {}

  @Override
  protected Table table(Services services) {
    List<HistoricalDataSource> sources = services.all(HistoricalDataSource.class);
    if (sources.isEmpty()) {
      services.require(HistoricalDataSource.class, Part.DATA);
    }
    return DataTable.of(sources.stream().flatMap(source -> source.list().stream()).toList());
  }
}
