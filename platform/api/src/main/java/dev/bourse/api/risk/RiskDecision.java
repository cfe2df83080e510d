package dev.bourse.api.risk;

/** What a module says about an order; kept with its numbers for {@code trace:explain}. */
public sealed interface RiskDecision {
  /** The numbers looked at, {@code key=value key=value}. */
  String numbers();

  /**
   * The order may go on.
   *
   * @param values what was looked at
   */
  record Passed(Numbers values) implements RiskDecision {
    /** With numbers that are text already. */
    public Passed(String numbers) {
      this(Numbers.of(numbers));
    }

    @Override
    public String numbers() {
      return values.toString();
    }
  }

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
