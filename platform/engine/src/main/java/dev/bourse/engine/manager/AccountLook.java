package dev.bourse.engine.manager;

import dev.bourse.api.exchange.AccountFinding;
import dev.bourse.api.exchange.ExchangeFactory;
import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.model.TraderId;
import dev.bourse.engine.config.AccountDefinition;
import dev.bourse.engine.config.TraderDefinition;
import dev.bourse.engine.plan.AccountPlan;
import dev.bourse.engine.plugin.Plugin;
import dev.bourse.engine.plugin.Plugins;
import dev.bourse.engine.watch.GuardedCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks at an account of a trader as it is configured, whether it runs or not. Blocks. */
final class AccountLook {
  private AccountLook() {}

  /** What there is to say; throws {@link IllegalArgumentException} if nobody can look. */
  static List<AccountFinding> at(
      TraderId trader, @Nullable TraderDefinition definition, Plugins plugins, AccountId account) {
    if (definition == null) {
      throw new IllegalArgumentException(
          "trader " + trader + " is refused as it is configured: see trader:list");
    }
    AccountDefinition wanted =
        definition.accounts().stream()
            .filter(each -> each.id().equals(account))
            .findFirst()
            .orElseThrow(() -> unknown(definition, account));
    Plugin<ExchangeFactory<?>> plugin =
        plugins
            .exchange(wanted.type())
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "exchange " + wanted.type() + " of account " + account + " is away"));
    List<InstrumentId> instruments =
        definition.strategies().stream()
            .filter(each -> each.account().equals(account))
            .flatMap(each -> each.instruments().stream())
            .distinct()
            .toList();
    AccountPlan plan = AccountPlan.of(wanted, plugin);
    return GuardedCode.call(plugin.loader(), () -> plan.check(instruments));
  }

  private static IllegalArgumentException unknown(TraderDefinition definition, AccountId account) {
    return new IllegalArgumentException(
        "trader "
            + definition.id()
            + " has no account "
            + account
            + "; it has "
            + definition.accounts().stream().map(AccountDefinition::id).toList());
  }
}
