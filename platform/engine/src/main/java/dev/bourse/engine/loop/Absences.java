package dev.bourse.engine.loop;

import dev.bourse.api.model.StrategyId;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Who is configured and not there when a run starts, with the reasons.
 *
 * @param failed strategies that failed: the trader is FAULTED until they are replaced
 * @param away strategies whose plug-in is not there
 * @param risks risk modules that are not there
 */
public record Absences(
    Map<StrategyId, String> failed, Map<StrategyId, String> away, Map<String, String> risks) {
  /** Nobody is missing. */
  public static final Absences NONE = new Absences(Map.of(), Map.of(), Map.of());

  /** Keeps ordered copies. */
  public Absences {
    failed = new TreeMap<>(failed);
    away = new TreeMap<>(away);
    risks = new TreeMap<>(risks);
  }

  /** One failed strategy. */
  public static Absences failed(StrategyId strategy, String reason) {
    return new Absences(Map.of(strategy, reason), Map.of(), Map.of());
  }

  /** Why a strategy is not there, or null. */
  @Nullable String reason(StrategyId strategy) {
    String why = failed.get(strategy);
    return why == null ? away.get(strategy) : why;
  }
}
