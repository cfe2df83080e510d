package dev.bourse.engine.config;

import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.model.StrategyId;
import java.util.List;
import java.util.Map;

/**
 * A strategy as configured.
 *
 * @param id its name
 * @param type its plug-in
 * @param account where its orders go
 * @param instruments what it trades
 * @param bar its bar length, empty for none
 * @param allotment what it may use, empty for all
 * @param parameters its own parameters, not read yet
 */
public record StrategyDefinition(
    StrategyId id,
    String type,
    AccountId account,
    List<InstrumentId> instruments,
    String bar,
    String allotment,
    Map<String, String> parameters) {
  /** Keeps its own copy of the list. */
  public StrategyDefinition {
    instruments = List.copyOf(instruments);
  }
}
