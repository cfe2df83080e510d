package dev.bourse.api.strategy;

import dev.bourse.api.event.Bar;
import dev.bourse.api.model.Signal;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A signal strategy: says when to get in on one instrument and where to get out; the platform does
 * the rest. It waits for the entry price, places the orders, watches take-profit, stop-loss and
 * expiry, and goes on with all that after a restart.
 *
 * <p>All methods run on the trader's thread and should return within 50 ms; one that throws or
 * hangs faults its trader, nothing else. The strategy's file must name a {@code bar}: signals are
 * asked for and judged when one closes.
 */
@ConsumerType
public non-sealed interface SignalStrategy extends TradingStrategy {
  /** How often it is asked, at most; the same answer always. */
  default SignalInterval interval() {
    return SignalInterval.ONE_MINUTE;
  }

  /** The rules for its signals; the same answer always. */
  default SignalRules rules() {
    return SignalRules.DEFAULT;
  }

  /**
   * A bar is finished, of one of the lengths that the strategy's file names: the place to feed
   * indicators. Bars that end together come small to large. Called for every bar, whether a signal
   * lives or not, before {@link #signal}; called for bars of the past first, if the strategy's file
   * asks for a {@code warmup}. Signals are asked for and judged by bars of the first length in the
   * file.
   */
  default void onBar(Bar bar) {}

  /**
   * Asks for a signal: once in each interval at most, by the trader's time, and only while no
   * signal lives and nothing is held. A signal whose entry order is refused gives its interval
   * back; one that breaks a rule does not.
   */
  Optional<Signal> signal(SignalView view);
}
