package dev.bourse.core.risk;

import dev.bourse.api.exchange.Capabilities;
import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.Currency;
import dev.bourse.api.model.Exposure;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.model.MarginTerms;
import dev.bourse.api.model.OmsType;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.Position;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Side;
import dev.bourse.api.model.StrategyId;
import dev.bourse.api.model.TraderStatus;
import dev.bourse.api.risk.RiskView;
import dev.bourse.core.portfolio.Valuation;
import java.util.List;
import java.util.Optional;

/** What the gate needs to know beyond what modules see. */
public interface GateFacts extends RiskView {
  /** What the trader may do. */
  TraderStatus status();

  /** Why the status is what it is. */
  String statusDetail();

  /** The newest version of an instrument, empty if it is not this trader's. */
  Optional<Instrument> instrument(InstrumentId id);

  /** What the account's venue can do; empty while its adapter is away. */
  Optional<Capabilities> capabilities(AccountId account);

  /** Whether the platform holds such an order itself until its trigger is passed. */
  boolean holds(Order order);

  /** Whether an order of unknown fate blocks the instrument. */
  boolean hasUnknown(InstrumentId instrument);

  /** The position that an order of an owner is for. */
  Position position(AccountId account, StrategyId strategy, OrderSpec spec);

  /** What the live orders of one side may still fill for the position that an order is for. */
  Quantity outstanding(AccountId account, StrategyId strategy, OrderSpec spec, Side side);

  /** Whether a strategy names its positions; empty for orders that no strategy wished for. */
  Optional<OmsType> oms(StrategyId strategy);

  /** Whether one more name of a position would be too many. */
  boolean isCrowded(Order order);

  /** The terms of a margin account; empty for a cash account. */
  Optional<MarginTerms> terms(AccountId account);

  /**
   * What an account holds and orders of the contracts that are settled in a currency; empty if
   * something is held whose price is not known.
   */
  Optional<List<Exposure>> exposures(AccountId account, Currency settlement);

  /** What an account has in its one currency; empty for accounts that are not valued so. */
  Optional<Valuation> valuation(AccountId account);

  /** Whether every breaker that watches the account has something to measure from. */
  boolean isMeasured(AccountId account);

  /** Why the position that an order is for has no working stop, empty if nothing is wrong. */
  String unprotected(Order order);

  /** When the newest entries were sent. */
  Throttle orderThrottle();

  /** When the newest changes of entries were sent. */
  Throttle amendThrottle();

  /** Whether too many commands wait for the disk. */
  boolean journalBacklog();
}
