package dev.bourse.api.risk;

import dev.bourse.api.model.Order;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Checks entries, and says at which losses to stop. Must be a pure function of its arguments and
 * limits: no clock, no I/O, no randomness.
 */
@ConsumerType
public interface RiskModule {
  /**
   * Decides about an order that may add exposure. A module that throws counts as a denial with code
   * {@code RISK_MODULE_FAILED}.
   *
   * @param order the order as it would be placed; its own reservation is not yet in the view
   * @param view the account and the market as applied so far
   */
  RiskDecision check(Order order, RiskView view);

  /**
   * The losses at which the trader stops; asked for once, when the module is bound. None unless a
   * module says so.
   */
  default List<Breaker> breakers() {
    return List.of();
  }
}
