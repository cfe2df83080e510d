package dev.bourse.core.portfolio;

import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.model.StrategyId;

/**
 * What every position and order belongs to.
 *
 * @param account the account
 * @param strategy the owner
 * @param instrument the instrument
 */
public record PositionKey(AccountId account, StrategyId strategy, InstrumentId instrument)
    implements Comparable<PositionKey> {
  @Override
  public int compareTo(PositionKey other) {
    int byAccount = account.compareTo(other.account);
    if (byAccount != 0) {
      return byAccount;
    }
    int byInstrument = instrument.compareTo(other.instrument);
    return byInstrument != 0 ? byInstrument : strategy.compareTo(other.strategy);
  }
}
