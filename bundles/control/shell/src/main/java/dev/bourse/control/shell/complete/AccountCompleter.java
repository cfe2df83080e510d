package dev.bourse.control.shell.complete;

import dev.bourse.api.trader.Trader;
import dev.bourse.api.trader.TraderRegistry;
import dev.bourse.control.shell.service.Services;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Names of accounts, also of traders that do not run. */
@Service
public final class AccountCompleter extends LiveCompleter {
  /** For Karaf. */
  public AccountCompleter() {}

  @Override
  protected Stream<String> words(Services services) {
    return services.find(TraderRegistry.class).stream()
        .flatMap(registry -> registry.traders().stream())
        .flatMap(trader -> accounts(trader).stream());
  }

  /** The accounts of a trader, as its file names them. */
  public static List<String> accounts(Trader trader) {
    return Arrays.stream(trader.configuration().getOrDefault("accounts", "").split(",", -1))
        .map(String::strip)
        .filter(each -> !each.isEmpty())
        .toList();
  }
}
