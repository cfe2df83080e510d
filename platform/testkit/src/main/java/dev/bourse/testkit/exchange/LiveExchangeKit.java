package dev.bourse.testkit.exchange;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;

/**
 * What every exchange adapter must do: connect and come back, bring market data, place, change and
 * cancel orders, tell the truth about what it has lost, leave nothing behind.
 *
 * <p>An adapter proves itself with a test class that extends this one and starts a {@link KitVenue}
 * for it. What its {@code Capabilities} declare is proven; what they do not is to be refused with a
 * reason. What cannot happen to an adapter at all its venue says, with the cause; those rules show
 * as skipped.
 */
@Tag("P9")
@Timeout(180)
public abstract class LiveExchangeKit extends LostChangeRules {
  /** For the adapter's test. */
  protected LiveExchangeKit() {}
}
