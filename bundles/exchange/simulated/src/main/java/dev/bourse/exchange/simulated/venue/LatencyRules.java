package dev.bourse.exchange.simulated.venue;

/**
 * How long commands travel, nanoseconds. They never overtake each other: a quick one waits for a
 * slow one that left before it.
 *
 * @param submit for orders and queries
 * @param amend for changes
 * @param cancel for cancels
 */
public record LatencyRules(long submit, long amend, long cancel) {
  long of(Pending.Kind kind) {
    return switch (kind) {
      case SUBMIT, QUERY -> submit;
      case AMEND -> amend;
      case CANCEL -> cancel;
    };
  }
}
