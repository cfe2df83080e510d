package dev.bourse.engine.plan;

import dev.bourse.api.config.Parameters;
import dev.bourse.api.exchange.Exchange;
import dev.bourse.api.exchange.ExchangeContext;
import dev.bourse.api.exchange.ExchangeFactory;
import dev.bourse.api.model.AccountId;
import dev.bourse.engine.config.AccountDefinition;
import dev.bourse.engine.plugin.Plugin;
import java.util.Map;

/**
 * An account and the adapter that opens it.
 *
 * @param definition what was configured
 * @param plugin the adapter
 */
public record AccountPlan(AccountDefinition definition, Plugin<ExchangeFactory<?>> plugin) {
  /** Checks the parameters; throws {@link IllegalArgumentException} with every problem. */
  public static AccountPlan of(AccountDefinition definition, Plugin<ExchangeFactory<?>> plugin) {
    Effective.of(plugin.service().configType(), definition.parameters());
    return new AccountPlan(definition, plugin);
  }

  /** Its name. */
  public AccountId id() {
    return definition.id();
  }

  /** Opens it; the caller sees to class loader and watchdog. */
  public Exchange open(ExchangeContext context) {
    return open(plugin.service(), definition.parameters(), context);
  }

  private static <C> Exchange open(
      ExchangeFactory<C> factory, Map<String, String> parameters, ExchangeContext context) {
    return factory.open(Parameters.of(factory.configType()).read(parameters), context);
  }
}
