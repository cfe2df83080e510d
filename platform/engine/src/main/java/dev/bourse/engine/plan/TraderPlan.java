package dev.bourse.engine.plan;

import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.StrategyId;
import dev.bourse.api.persistence.PersistenceBackend;
import dev.bourse.core.settings.CommandTimeouts;
import dev.bourse.core.settings.TraderSettings;
import dev.bourse.engine.config.RiskDefinition;
import dev.bourse.engine.config.TraderDefinition;
import dev.bourse.engine.config.TraderValues;
import dev.bourse.engine.config.WatchKeys;
import dev.bourse.engine.plugin.Plugin;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * Everything that a trader is made of, all of it there.
 *
 * @param definition what was configured
 * @param persistence where it is kept
 * @param accounts its accounts
 * @param strategies its strategies
 * @param risks its risk modules
 * @param data where market data comes from
 */
public record TraderPlan(
    TraderDefinition definition,
    Plugin<PersistenceBackend> persistence,
    List<AccountPlan> accounts,
    List<StrategyPlan> strategies,
    List<RiskPlan> risks,
    DataPlan data) {
  /** Keeps its own copies of the lists. */
  public TraderPlan {
    accounts = List.copyOf(accounts);
    strategies = List.copyOf(strategies);
    risks = List.copyOf(risks);
  }

  /** The trader's own keys. */
  public TraderValues values() {
    return definition.values();
  }

  /** What the core is told. */
  public TraderSettings settings() {
    TraderSettings defaults =
        TraderSettings.of(
            definition.id(),
            values().mode(),
            accounts.stream().map(AccountPlan::id).toList(),
            definition.risks().stream().map(RiskDefinition::name).toList());
    return new TraderSettings(
        defaults.trader(),
        defaults.mode(),
        defaults.accounts(),
        defaults.riskModules(),
        defaults.barGrace(),
        nanos(values().watch().inFlightInterval()),
        nanos(values().watch().inFlightThreshold()),
        nanos(values().venueSettle()),
        defaults.keepClosed(),
        values().cancelOnStop(),
        values().holdsConditional(),
        values().orderRate(),
        values().amendRate(),
        currencies(),
        values().reconcile().settings(),
        timeouts(values().watch()),
        values().guards().settings(),
        values().history(),
        values().purge(),
        values().venueBrackets());
  }

  private static CommandTimeouts timeouts(WatchKeys keys) {
    return new CommandTimeouts(
        nanos(keys.place()), nanos(keys.cancel()), keys.inFlightRetries(), keys.inFlightCancels());
  }

  private static long nanos(Duration time) {
    return TimeUnit.NANOSECONDS.convert(time);
  }

  private SortedMap<AccountId, String> currencies() {
    SortedMap<AccountId, String> currencies = new TreeMap<>();
    for (AccountPlan account : accounts) {
      if (!account.definition().currency().isEmpty()) {
        currencies.put(account.id(), account.definition().currency());
      }
    }
    return currencies;
  }

  /** The plan without strategies and risk modules that failed. */
  public TraderPlan without(Set<StrategyId> failed, Set<String> failedRisks) {
    return new TraderPlan(
        definition,
        persistence,
        accounts,
        strategies.stream().filter(plan -> !failed.contains(plan.id())).toList(),
        risks.stream().filter(plan -> !failedRisks.contains(plan.name())).toList(),
        data);
  }

  /**
   * The plan without what can be exchanged while the trader runs, so that nobody holds on to it.
   */
  public TraderPlan frame() {
    return new TraderPlan(definition, persistence, accounts, List.of(), List.of(), data);
  }

  /** The adapters' types by account, for people. */
  public Map<AccountId, String> exchanges() {
    Map<AccountId, String> types = new TreeMap<>();
    accounts.forEach(account -> types.put(account.id(), account.definition().type()));
    return types;
  }

  /** The effective configuration, secrets masked, one {@code key=value} a line, sorted. */
  public String describe() {
    StringBuilder text = new StringBuilder();
    EffectiveConfiguration.of(this)
        .forEach((key, value) -> text.append(key).append('=').append(value).append('\n'));
    return text.toString();
  }
}
