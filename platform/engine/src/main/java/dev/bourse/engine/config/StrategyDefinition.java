package dev.bourse.engine.config;

import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.model.OmsType;
import dev.bourse.api.model.StrategyId;
import dev.bourse.api.model.WarmUp;
import java.util.List;
import java.util.Map;

/**
 * A strategy as configured.
 *
 * @param id its name
 * @param type its plug-in
 * @param account where its orders go
 * @param instruments what it trades
 * @param bar its bars, separated by commas, empty for none
 * @param allotment what it may use, empty for all
 * @param warmUp how much of the past it is told
 * @param history the data set that the past is read from, empty for none
 * @param oms whether it has one position of an instrument, or several by name
 * @param parameters its own parameters, not read yet
 */
public record StrategyDefinition(
    StrategyId id,
    String type,
    AccountId account,
    List<InstrumentId> instruments,
    String bar,
    String allotment,
    WarmUp warmUp,
    String history,
    OmsType oms,
    Map<String, String> parameters) {
  /** Keeps its own copy of the list. */
  public StrategyDefinition {
    instruments = List.copyOf(instruments);
  }
}
