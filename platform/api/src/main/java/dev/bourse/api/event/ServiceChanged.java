package dev.bourse.api.event;

import dev.bourse.api.model.AccountId;

/**
 * One of the services that a venue offers beside its answers about orders stopped, or is back.
 * {@link ConnectionChanged} says whether orders can be sent; this says what else people must know:
 * a strategy that hears of no prices does nothing, and nobody sees why.
 *
 * <p>Told once when it stops and once when it is back; nothing is told of a short interruption that
 * ended by itself. A connection that is opened begins with all services working.
 *
 * @param account the account whose adapter notices it
 * @param service which one
 * @param works whether it does now
 * @param detail a sentence: why it does not, or empty
 * @param eventTime the adapter's time in nanoseconds
 */
public record ServiceChanged(
    AccountId account, Service service, boolean works, String detail, long eventTime)
    implements VenueEvent {
  /** What a venue offers. */
  public enum Service {
    /** Prices by a stream. */
    MARKET_DATA("market data"),
    /** Answers to questions for rules, history and reports. */
    REQUESTS("answers to requests");

    private final String words;

    Service(String words) {
      this.words = words;
    }

    /** As people say it. */
    public String words() {
      return words;
    }
  }
}
