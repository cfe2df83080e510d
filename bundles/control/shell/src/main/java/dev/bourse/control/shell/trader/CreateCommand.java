package dev.bourse.control.shell.trader;

import dev.bourse.api.model.TraderId;
import dev.bourse.control.shell.base.BourseCommand;
import dev.bourse.control.shell.service.Services;
import dev.bourse.control.shell.service.Traders;
import dev.bourse.control.shell.text.KeyValues;
import java.util.List;
import java.util.Map;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Writes the configuration of a new trader. */
@Service
@Command(
    scope = "trader",
    name = "create",
    description = "Writes the configuration of a new trader",
    detailedDescription =
        """
        The trader starts as soon as everything is there that it names. Keys are those of the \
        files dev.bourse.trader-<name>.cfg. Accounts, strategies and risk modules have files \
        of their own.

        Example:
          trader:create second mode=replay data=bitstamp speed=60 risk=limits
        """)
public final class CreateCommand extends BourseCommand {
  @Argument(name = "name", description = "The name of the new trader", required = true)
  private String name = "";

  @Argument(
      index = 1,
      name = "settings",
      description = "Settings as key=value",
      multiValued = true,
      valueToShowInHelp = "")
  private List<String> settings = List.of();

  /** For Karaf. */
  public CreateCommand() {}

  @Override
  protected void run(Services services) {
    Map<String, String> values = KeyValues.of(settings);
    Traders.of(services).registry().create(new TraderId(name), values);
    say("Trader " + name + " is configured. See how it starts with: trader:status " + name);
  }
}
