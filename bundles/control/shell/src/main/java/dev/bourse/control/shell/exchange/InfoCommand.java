package dev.bourse.control.shell.exchange;

import dev.bourse.control.shell.base.BourseCommand;
import dev.bourse.control.shell.complete.ExchangeTypeCompleter;
import dev.bourse.control.shell.plugin.Plugins;
import dev.bourse.control.shell.service.Services;
import dev.bourse.control.shell.service.Traders;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Shows the parameters of an exchange. */
@Service
@Command(
    scope = "exchange",
    name = "info",
    description = "Shows the parameters of an exchange",
    detailedDescription =
        """
        Takes a type that is installed. Every parameter is shown with its default, its range \
        and what it means.

        Example:
          exchange:info simulated
        """)
public final class InfoCommand extends BourseCommand {
  @Argument(name = "type", description = "A type that is installed", required = true)
  @Completion(ExchangeTypeCompleter.class)
  private String type = "";

  /** For Karaf. */
  public InfoCommand() {}

  @Override
  protected void run(Services services) {
    print(
        Plugins.page(Plugins.require(Traders.of(services).registry().plugins(), "exchange", type)));
  }
}
