package dev.bourse.engine.plan;

import dev.bourse.api.config.Parameters;
import dev.bourse.api.exchange.AccountCheck;
import dev.bourse.api.exchange.AccountFinding;
import dev.bourse.api.exchange.Exchange;
import dev.bourse.api.exchange.ExchangeContext;
import dev.bourse.api.exchange.ExchangeFactory;
import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.engine.config.AccountDefinition;
import dev.bourse.engine.plugin.Plugin;
import java.util.List;
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

  /**
   * Looks whether it could be traded, without trading it; blocks. The caller sees to the class
   * loader. Throws {@link IllegalArgumentException} if the adapter cannot look.
   */
  public List<AccountFinding> check(List<InstrumentId> instruments) {
    ExchangeFactory<?> factory = plugin.service();
    if (!(factory instanceof AccountCheck<?> checking)) {
      throw new IllegalArgumentException(
          "account "
              + id()
              + " is of type "
              + definition.type()
              + ", which cannot be looked at without trading it");
    }
    return check(checking, definition.parameters(), instruments);
  }

  private static <C> List<AccountFinding> check(
      AccountCheck<C> factory, Map<String, String> parameters, List<InstrumentId> instruments) {
    return factory.check(Parameters.of(factory.configType()).read(parameters), instruments);
  }

  private static <C> Exchange open(
      ExchangeFactory<C> factory, Map<String, String> parameters, ExchangeContext context) {
    return factory.open(Parameters.of(factory.configType()).read(parameters), context);
  }
}
