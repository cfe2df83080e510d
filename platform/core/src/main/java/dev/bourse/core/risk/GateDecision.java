package dev.bourse.core.risk;

import dev.bourse.api.risk.RiskDecision;
import java.util.List;

/** What the gate says about an order. */
public sealed interface GateDecision {
  /** One {@code module: numbers} per check that was asked. */
  List<String> checks();

  /**
   * The order may be sent.
   *
   * @param order the approved order
   * @param checks the checks
   */
  record Approved(ApprovedOrder order, List<String> checks) implements GateDecision {}

  /**
   * The order must not be sent.
   *
   * @param denial code and numbers
   * @param checks the checks up to the denial
   */
  record Denied(RiskDecision.Denied denial, List<String> checks) implements GateDecision {}
}
