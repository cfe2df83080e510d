package dev.bourse.engine.config;

import dev.bourse.api.model.TraderId;
import java.util.List;
import java.util.Map;

/**
 * A trader with everything that belongs to it, as configured. Equal definitions need no restart.
 *
 * @param id its name
 * @param values its own keys
 * @param given its own keys as they stand in its file
 * @param feed paper: the keys of the adapter that brings its data
 * @param accounts its accounts, in the order of its file
 * @param strategies its strategies, by name
 * @param risks its risk modules, in the order of its file
 */
public record TraderDefinition(
    TraderId id,
    TraderValues values,
    Map<String, String> given,
    Map<String, String> feed,
    List<AccountDefinition> accounts,
    List<StrategyDefinition> strategies,
    List<RiskDefinition> risks) {
  /** Keeps its own copies. */
  public TraderDefinition {
    given = Map.copyOf(given);
    feed = Map.copyOf(feed);
    accounts = List.copyOf(accounts);
    strategies = List.copyOf(strategies);
    risks = List.copyOf(risks);
  }

  /** Whether the other differs at most in what can be exchanged while the trader runs. */
  public boolean sameFrame(TraderDefinition other) {
    return id.equals(other.id)
        && values.equals(other.values)
        && feed.equals(other.feed)
        && accounts.equals(other.accounts)
        && names(risks).equals(names(other.risks));
  }

  private static List<String> names(List<RiskDefinition> risks) {
    return risks.stream().map(RiskDefinition::name).toList();
  }
}
