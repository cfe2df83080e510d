package dev.bourse.api.exchange;

import dev.bourse.api.event.MarketEvent;
import dev.bourse.api.model.Money;
import java.util.Map;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * An exchange without threads of its own: the caller brings time and market data, on the trader's
 * thread. Backtest, paper and replay use it, so that the same inputs give the same fills.
 *
 * <p>Order of calls for one market event: {@link #onMarket}, then the trader takes every report,
 * then the event itself; commands of that turn arrive by {@link ExecutionClient} and act at {@code
 * now} plus the configured latency.
 */
@ConsumerType
public interface LockstepExchange extends Exchange {
  /**
   * Market data reaches the venue, before the trader sees it.
   *
   * @param event the data
   * @param position its number in the feed, rising; numbers that the venue remembers are not
   *     matched again
   * @param now the trader's time in nanoseconds
   */
  void onMarket(MarketEvent event, long position, long now);

  /** Does what is due at {@code now}: delayed commands, expiries. Reports go to the event sink. */
  void doWork(long now);

  /**
   * The next time at which {@link #doWork} has something to do; {@link Long#MAX_VALUE} for never.
   */
  long nextDeadline();

  /**
   * The last feed position that this venue remembers, 0 for none. A trader without a memory of its
   * own goes on counting after it, so that a venue with one matches what comes.
   */
  default long position() {
    return 0;
  }

  /**
   * Money comes to the account, or leaves it, without a trade; answered by {@code
   * AccountEvent.CashFlow}. False if nothing was moved: the venue does not simulate such flows, or
   * more would leave than is free.
   *
   * @param amount negative for what leaves
   * @param now the trader's time in nanoseconds
   */
  default boolean transfer(Money amount, long now) {
    return false;
  }

  /**
   * How fills, fees, slippage and latency are simulated: name to text, in the order in which a
   * report shows them. Empty for a venue that simulates nothing.
   */
  default Map<String, String> assumptions() {
    return Map.of();
  }
}
