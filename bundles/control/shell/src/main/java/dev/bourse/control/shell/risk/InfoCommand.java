package dev.bourse.control.shell.risk;

import dev.bourse.control.shell.base.BourseCommand;
import dev.bourse.control.shell.complete.RiskTypeCompleter;
import dev.bourse.control.shell.plugin.Plugins;
import dev.bourse.control.shell.service.Services;
import dev.bourse.control.shell.service.Traders;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Shows the parameters of a risk module. */
@Service
@Command(
    scope = "risk",
    name = "info",
    description = "Shows the parameters of a risk module",
    detailedDescription =
        """
        Takes a type that is installed. Every parameter is shown with its default, its range \
        and what it means.

        Example:
          risk:info limits
        """)
public final class InfoCommand extends BourseCommand {
  @Argument(name = "type", description = "A type that is installed", required = true)
  @Completion(RiskTypeCompleter.class)
  private String type = "";

  /** For Karaf. */
  public InfoCommand() {}

  @Override
  protected void run(Services services) {
    print(Plugins.page(Plugins.require(Traders.of(services).registry().plugins(), "risk", type)));
  }
}
