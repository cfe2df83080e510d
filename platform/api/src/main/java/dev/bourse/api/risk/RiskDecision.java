package dev.bourse.api.risk;

/** What a module says about an order; kept with its numbers for {@code trace:explain}. */
public sealed interface RiskDecision {
  /** The numbers looked at, {@code key=value key=value}. */
  String numbers();

  /**
   * The order may go on.
   *
   * @param numbers what was looked at
   */
  record Passed(String numbers) implements RiskDecision {}

  /**
   * The order must not be sent.
   *
   * @param code the reason as a stable word
   * @param numbers value and limit
   */
  record Denied(DenialCode code, String numbers) implements RiskDecision {
    /** {@code CODE: key=value ...}. */
    @Override
    public String toString() {
      return code + ": " + numbers;
    }
  }
}
