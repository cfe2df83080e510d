package dev.bourse.core.risk;

import dev.bourse.api.risk.RiskDecision;

/** What the gate says about an order. */
public sealed interface GateDecision {
  /** What was asked and answered. */
  Checks checks();

  /**
   * The order may be sent.
   *
   * @param order the approved order
   * @param checks the checks
   */
  record Approved(ApprovedOrder order, Checks checks) implements GateDecision {}

  /**
   * The order must not be sent.
   *
   * @param denial code and numbers
   * @param checks the checks up to the denial
   */
  record Denied(RiskDecision.Denied denial, Checks checks) implements GateDecision {}
}
