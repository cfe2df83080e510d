package dev.bourse.control.shell.trader;

import dev.bourse.api.trader.Trader;
import dev.bourse.control.shell.base.TraderListing;
import dev.bourse.control.shell.text.Table;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Lists the configuration that counts. */
@Service
@Command(
    scope = "trader",
    name = "config",
    description = "Lists the configuration that counts, defaults included",
    detailedDescription =
        """
        The trader's own keys stand as in its file, those of its accounts, strategies and risk \
        modules behind their kind and name. Secrets are masked. Values are changed in the files \
        of conf/ and count within two seconds.

        Example:
          trader:config demo
        """)
public final class ConfigCommand extends TraderListing {
  /** For Karaf. */
  public ConfigCommand() {}

  @Override
  protected Table table(List<Trader> traders) {
    return TraderTables.configuration(traders);
  }
}
