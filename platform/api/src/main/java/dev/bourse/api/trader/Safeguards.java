package dev.bourse.api.trader;

import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.PositionId;
import dev.bourse.api.model.StrategyId;
import dev.bourse.api.risk.Breaker;
import dev.bourse.api.trace.TurnResult.Protection;
import java.util.List;
import java.util.Optional;

/**
 * What stops a trader by itself.
 *
 * @param breakers each breaker on each account, by name
 * @param unprotected positions whose declared stop does not work, allowed for a moment
 */
public record Safeguards(List<BreakerView> breakers, List<UnprotectedView> unprotected) {
  /** Nothing does. */
  public static final Safeguards NONE = new Safeguards(List.of(), List.of());

  /** Keeps copies of the lists. */
  public Safeguards {
    breakers = List.copyOf(breakers);
    unprotected = List.copyOf(unprotected);
  }

  /** Those that tripped and were not reset. */
  public List<BreakerView> tripped() {
    return breakers.stream().filter(each -> !each.tripped().isEmpty()).toList();
  }

  /** Those that are without their stop for longer than allowed. */
  public List<UnprotectedView> late() {
    return unprotected.stream().filter(UnprotectedView::isLate).toList();
  }

  /**
   * A breaker on an account.
   *
   * @param breaker the breaker, by its full name
   * @param account the account
   * @param equity what the account is worth now; empty if it cannot be known
   * @param from what the loss is measured from; empty if nothing was measured yet
   * @param since when the account was worth that, our time in nanoseconds, {@link Long#MIN_VALUE}
   *     without one
   * @param tripped why it tripped, with the numbers of that moment; empty while it has not
   */
  public record BreakerView(
      Breaker breaker,
      AccountId account,
      Optional<Money> equity,
      Optional<Money> from,
      long since,
      String tripped) {
    /** How much was lost, negative for a gain; empty if that cannot be known. */
    public Optional<Money> loss() {
      return from.flatMap(
          start -> equity.filter(now -> now.currency().equals(start.currency())).map(start::minus));
    }
  }

  /**
   * A position without a working stop, though one was declared.
   *
   * @param account the account
   * @param strategy the owner
   * @param instrument what is held
   * @param position which of the owner's positions
   * @param stage what was done about it
   * @param since since when it is in that stage, our time in nanoseconds; while it is being closed,
   *     when that was tried last
   * @param why a sentence with the stop and its fate
   */
  public record UnprotectedView(
      AccountId account,
      StrategyId strategy,
      InstrumentId instrument,
      PositionId position,
      Protection stage,
      long since,
      String why) {
    /** Whether it is longer so than allowed. */
    public boolean isLate() {
      return stage != Protection.EXPOSED;
    }
  }
}
