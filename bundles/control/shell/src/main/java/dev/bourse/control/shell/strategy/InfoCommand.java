package dev.bourse.control.shell.strategy;

import dev.bourse.api.trader.Trader;
import dev.bourse.api.trader.TraderRegistry;
import dev.bourse.control.shell.base.BourseCommand;
import dev.bourse.control.shell.complete.StrategyCompleter;
import dev.bourse.control.shell.plugin.Plugins;
import dev.bourse.control.shell.service.Services;
import dev.bourse.control.shell.service.Traders;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
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
        shown with its default, its range and what it means; for a strategy at work also with \
        the value that counts.

        Example:
          strategy:info emacross
          strategy:info ema
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
    List<String> pages =
        registry.traders().stream().flatMap(trader -> pages(registry, trader)).toList();
    print(
        pages.isEmpty()
            ? Plugins.page(Plugins.require(registry.plugins(), "strategy", name))
            : String.join("\n", pages));
  }

  private Stream<String> pages(TraderRegistry registry, Trader trader) {
    return trader.snapshot().strategies().stream()
        .filter(strategy -> strategy.id().value().equals(name))
        .map(strategy -> page(registry, trader, strategy.type()));
  }

  private String page(TraderRegistry registry, Trader trader, String type) {
    String prefix = "strategy." + name + ".";
    Map<String, String> values = new TreeMap<>();
    trader
        .configuration()
        .forEach(
            (key, value) -> {
              if (key.startsWith(prefix)) {
                values.put(key.substring(prefix.length()), value);
              }
            });
    return "Strategy "
        + name
        + " of trader "
        + trader.id()
        + "\n\n"
        + Plugins.page(Plugins.require(registry.plugins(), "strategy", type), values);
  }
}
