package dev.bourse.engine.plan;

import dev.bourse.api.data.DataSet;
import dev.bourse.api.exchange.ExchangeFactory;
import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.BarInterval;
import dev.bourse.api.model.BarPrice;
import dev.bourse.api.model.TradingMode;
import dev.bourse.engine.config.AccountDefinition;
import dev.bourse.engine.config.RiskDefinition;
import dev.bourse.engine.config.StrategyDefinition;
import dev.bourse.engine.config.TraderDefinition;
import dev.bourse.engine.plugin.DataPlugin;
import dev.bourse.engine.plugin.Plugin;
import dev.bourse.engine.plugin.PluginKind;
import dev.bourse.engine.plugin.Plugins;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Looks for everything that a definition names, and says what is not there or refuses its
 * parameters.
 */
public final class Planner {
  private final TraderDefinition definition;
  private final Plugins plugins;
  private final List<String> missing = new ArrayList<>();
  private final List<AccountPlan> accounts = new ArrayList<>();
  private final Map<String, StrategyPlan> strategies = new LinkedHashMap<>();
  private final List<RiskPlan> risks = new ArrayList<>();
  private final Map<String, String> reasons = new LinkedHashMap<>();
  private Optional<TraderPlan> plan = Optional.empty();

  private Planner(TraderDefinition definition, Plugins plugins) {
    this.definition = definition;
    this.plugins = plugins;
  }

  /** Looks. */
  public static Planner of(TraderDefinition definition, Plugins plugins) {
    Planner planner = new Planner(definition, plugins);
    planner.look();
    return planner;
  }

  /** What is missing or refused, one sentence each; empty if the trader can start. */
  public List<String> missing() {
    return List.copyOf(missing);
  }

  /** The plan with what is there; empty if store, accounts or data are not. */
  public Optional<TraderPlan> plan() {
    return plan;
  }

  /** Whether everything is there. */
  public boolean isComplete() {
    return missing.isEmpty();
  }

  /** The risk modules that are there. */
  public List<RiskPlan> risks() {
    return risks;
  }

  /** The strategies that are there. */
  public Map<String, StrategyPlan> strategies() {
    return strategies;
  }

  /** Why a strategy or risk module is not there, by name: {@code s} or {@code risk s}. */
  public Map<String, String> reasons() {
    return reasons;
  }

  private void look() {
    var persistence = plugins.persistence(definition.values().persistence());
    if (persistence.isEmpty()) {
      absent(PluginKind.PERSISTENCE, definition.values().persistence());
    }
    definition.accounts().forEach(this::account);
    Optional<DataPlan> data = data();
    boolean framed = missing.isEmpty() && persistence.isPresent() && data.isPresent();
    definition.strategies().forEach(this::strategy);
    definition.risks().forEach(this::risk);
    if (framed) {
      plan =
          Optional.of(
              new TraderPlan(
                  definition,
                  persistence.get(),
                  accounts,
                  List.copyOf(strategies.values()),
                  risks,
                  data.get()));
    }
  }

  private void account(AccountDefinition account) {
    var plugin = plugins.exchange(account.type());
    if (plugin.isEmpty()) {
      absent(PluginKind.EXCHANGE, account.type());
      return;
    }
    refusing("account " + account.id(), () -> accounts.add(AccountPlan.of(account, plugin.get())));
  }

  private void strategy(StrategyDefinition strategy) {
    String name = strategy.id().value();
    var plugin = plugins.strategy(strategy.type());
    if (plugin.isEmpty()) {
      reasons.put(name, absent(PluginKind.STRATEGY, strategy.type()));
      return;
    }
    String problem =
        refusing(
            "strategy " + name,
            () -> {
              StrategyPlan planned = StrategyPlan.of(strategy, plugin.get());
              requireBars(strategy);
              strategies.put(name, planned);
            });
    if (!problem.isEmpty()) {
      reasons.put(name, problem);
    }
  }

  /** Recorded bars make larger bars of time, and nothing else: better refused than waited for. */
  private void requireBars(StrategyDefinition strategy) {
    Optional<DataSet> recorded =
        definition.values().mode() == TradingMode.REPLAY
            ? plugins.data(definition.values().data()).map(DataPlugin::set)
            : Optional.empty();
    if (recorded.isEmpty() || !recorded.get().kind().equals("bars")) {
      return;
    }
    for (BarInterval wanted : BarInterval.all(strategy.bar())) {
      if (!wanted.isTime() || wanted.price() != BarPrice.TRADE) {
        throw new IllegalArgumentException(
            "bar="
                + wanted
                + " would never come: data set "
                + recorded.get().name()
                + " has recorded bars, of which only larger bars of time are made. Name such a one,"
                + " like bar=1h, or replay data of "
                + (wanted.price() == BarPrice.TRADE ? "trades" : "quotes"));
      }
    }
  }

  private void risk(RiskDefinition risk) {
    var plugin = plugins.risk(risk.type());
    if (plugin.isEmpty()) {
      reasons.put("risk " + risk.name(), absent(PluginKind.RISK, risk.type()));
      return;
    }
    String problem =
        refusing("risk module " + risk.name(), () -> risks.add(RiskPlan.of(risk, plugin.get())));
    if (!problem.isEmpty()) {
      reasons.put("risk " + risk.name(), problem);
    }
  }

  private Optional<DataPlan> data() {
    TradingMode mode = definition.values().mode();
    String name = definition.values().data();
    if (mode == TradingMode.LIVE) {
      return Optional.of(new DataPlan.None());
    }
    if (mode == TradingMode.REPLAY) {
      var found = plugins.data(name);
      if (found.isEmpty()) {
        missing.add("data set " + name + " is not there: see data:list");
      } else if (!found.get().set().problem().isEmpty()) {
        missing.add("data set " + name + " cannot be read: " + found.get().set().problem());
        return Optional.empty();
      }
      return found.map(DataPlan.Recorded::new);
    }
    Optional<Plugin<ExchangeFactory<?>>> venue = plugins.exchange(name);
    if (venue.isEmpty()) {
      absent(PluginKind.EXCHANGE, name);
    }
    AccountDefinition eyes =
        new AccountDefinition(new AccountId("market-data"), name, definition.feed());
    return venue.map(plugin -> new DataPlan.Live(new AccountPlan(eyes, plugin)));
  }

  private String absent(PluginKind kind, String type) {
    String sentence = kind.say(type) + " is not installed";
    if (!missing.contains(sentence)) {
      missing.add(sentence);
    }
    return sentence;
  }

  private String refusing(String who, Runnable check) {
    try {
      check.run();
      return "";
    } catch (IllegalArgumentException e) {
      String problem = who + " is refused: " + e.getMessage();
      missing.add(problem);
      return problem;
    }
  }
}
