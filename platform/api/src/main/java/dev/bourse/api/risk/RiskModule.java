package dev.bourse.api.risk;

import dev.bourse.api.model.Order;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Checks entries. Must be a pure function of its arguments and limits: no clock, no I/O, no
 * randomness.
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
}
