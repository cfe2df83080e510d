package dev.bourse.backtest.plan;

import dev.bourse.api.backtest.BacktestSpec;
import dev.bourse.api.model.Currency;
import dev.bourse.api.model.Instrument;
import dev.bourse.core.strategy.StrategyMaker;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/**
 * A specification whose parts were found and fit together. For one run: risk modules are objects of
 * it.
 *
 * @param spec what was asked for
 * @param strategyVersion the version of the strategy's bundle
 * @param parameters the strategy's parameters as they work
 * @param maker makes the strategy, parameters included, with its class loader
 * @param strategyLoader the class loader of the strategy's code
 * @param data where the data comes from
 * @param instruments what is traded
 * @param venue how the account is opened
 * @param risk risk modules in the order in which they are asked
 * @param dataLatency how much later than its own time an event arrives, nanoseconds
 */
public record Plan(
    BacktestSpec spec,
    String strategyVersion,
    SortedMap<String, String> parameters,
    StrategyMaker maker,
    ClassLoader strategyLoader,
    DataPlan data,
    List<Instrument> instruments,
    VenuePlan venue,
    List<RiskPlan> risk,
    long dataLatency) {
  /** Keeps its own copies of the lists. */
  public Plan {
    instruments = List.copyOf(instruments);
    risk = List.copyOf(risk);
  }

  /** The one currency that everything is valued in. */
  public Currency currency() {
    return instruments.get(0).quote();
  }

  /** One line per part that took part: kind, type and version. */
  public List<String> versions() {
    List<String> versions = new ArrayList<>();
    versions.add("strategy " + spec.strategy() + " " + strategyVersion);
    versions.add("data " + data.plugin().version());
    versions.add("exchange " + venue.type() + " " + venue.version());
    risk.forEach(each -> versions.add("risk " + each.name() + " " + each.version()));
    return versions;
  }
}
