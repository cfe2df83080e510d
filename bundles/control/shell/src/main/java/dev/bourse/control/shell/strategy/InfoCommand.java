package dev.bourse.control.shell.strategy;

import dev.bourse.api.trader.TraderRegistry;
import dev.bourse.control.shell.base.BourseCommand;
import dev.bourse.control.shell.complete.StrategyCompleter;
import dev.bourse.control.shell.plugin.Plugins;
import dev.bourse.control.shell.service.Services;
import dev.bourse.control.shell.service.Traders;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Shows the parameters of a strategy. */
@Service
@Command(
    scope = "strategy",
    name = "info",
    description = "Shows the parameters of a strategy",
    detailedDescription =
        """
        Takes a type that is installed, or the name of a strategy at work. Every parameter is \
        shown with its default, its range and what it means.

        Example:
          strategy:info emacross
        """)
public final class InfoCommand extends BourseCommand {
  @Argument(name = "strategy", description = "A type, or the name of a strategy", required = true)
  @Completion(StrategyCompleter.class)
  private String name = "";

  /** For Karaf. */
  public InfoCommand() {}

  @Override
  protected void run(Services services) {
    TraderRegistry registry = Traders.of(services).registry();
    String type =
        registry.traders().stream()
            .flatMap(trader -> trader.snapshot().strategies().stream())
            .filter(strategy -> strategy.id().value().equals(name))
            .map(strategy -> strategy.type())
            .findFirst()
            .orElse(name);
    print(Plugins.page(Plugins.require(registry.plugins(), "strategy", type)));
  }
}
