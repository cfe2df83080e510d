package dev.bourse.core.portfolio;

import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.Position;
import dev.bourse.api.model.PositionId;
import dev.bourse.api.model.StrategyId;

/**
 * What every position and order belongs to.
 *
 * @param account the account
 * @param strategy the owner
 * @param instrument the instrument
 * @param position which of the owner's positions, {@link PositionId#NETTED} for the only one
 */
public record PositionKey(
    AccountId account, StrategyId strategy, InstrumentId instrument, PositionId position)
    implements Comparable<PositionKey> {
  /** The key of the position without a name. */
  public PositionKey(AccountId account, StrategyId strategy, InstrumentId instrument) {
    this(account, strategy, instrument, PositionId.NETTED);
  }

  /** The key of a position. */
  public static PositionKey of(Position position) {
    return new PositionKey(
        position.account(), position.strategy(), position.instrument().id(), position.id());
  }

  /** The key of another position of the same owner. */
  public PositionKey with(PositionId other) {
    return new PositionKey(account, strategy, instrument, other);
  }

  /** Whether an order is of this owner, whatever its position. */
  public boolean owns(Order order) {
    return order.spec().instrument().id().equals(instrument)
        && order.strategy().equals(strategy)
        && order.account().equals(account);
  }

  @Override
  public int compareTo(PositionKey other) {
    int byAccount = account.compareTo(other.account);
    if (byAccount != 0) {
      return byAccount;
    }
    int byInstrument = instrument.compareTo(other.instrument);
    if (byInstrument != 0) {
      return byInstrument;
    }
    int byStrategy = strategy.compareTo(other.strategy);
    return byStrategy != 0 ? byStrategy : position.compareTo(other.position);
  }
}
