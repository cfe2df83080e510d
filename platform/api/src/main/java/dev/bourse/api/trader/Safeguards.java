package dev.bourse.api.trader;

import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.Money;
import dev.bourse.api.risk.Breaker;
import java.util.List;
import java.util.Optional;

/**
 * What stops a trader by itself.
 *
 * @param breakers each breaker on each account, by name
 */
public record Safeguards(List<BreakerView> breakers) {
  /** Nothing does. */
  public static final Safeguards NONE = new Safeguards(List.of());

  /** Keeps a copy of the list. */
  public Safeguards {
    breakers = List.copyOf(breakers);
  }

  /** Those that tripped and were not reset. */
  public List<BreakerView> tripped() {
    return breakers.stream().filter(each -> !each.tripped().isEmpty()).toList();
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
}
