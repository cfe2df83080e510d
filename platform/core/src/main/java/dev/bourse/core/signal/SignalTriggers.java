package dev.bourse.core.signal;

import dev.bourse.api.model.Price;
import dev.bourse.api.model.SignalState;
import org.jspecify.annotations.Nullable;

/**
 * What a price or a time means for a signal; long ones only. Pure.
 *
 * <p>On one price the order is the pessimistic one: time, then stop-loss, then take-profit; a bar
 * that touched both levels touched the stop-loss.
 */
final class SignalTriggers {
  private SignalTriggers() {}

  /**
   * What the rule's price says to a signal that waits for its entry: the same in every mode.
   *
   * @param price the price by the rule, or null if it is not known yet
   */
  static @Nullable SignalEvent waiting(LiveSignal live, long now, @Nullable Price price) {
    if (live.state() != SignalState.SCHEDULED) {
      return null;
    }
    if (now >= live.waitUntil()) {
      return SignalEvent.TIMED_OUT;
    }
    if (price == null) {
      return null;
    }
    if (price.compareTo(live.signal().stopLoss()) <= 0) {
      return SignalEvent.PRICE_REJECTED;
    }
    Price entry = live.signal().entry();
    return entry == null || price.compareTo(entry) <= 0 ? SignalEvent.ENTER : null;
  }

  /** What the time alone says. */
  static @Nullable SignalEvent time(LiveSignal live, long now) {
    if (live.state() == SignalState.ACTIVE && now >= live.expiry()) {
      return SignalEvent.EXPIRED;
    }
    boolean entering = live.state() == SignalState.SCHEDULED || live.state() == SignalState.OPENING;
    return entering && now >= live.waitUntil() ? SignalEvent.TIMED_OUT : null;
  }

  /**
   * What prices between a low and a high say to a signal whose entry is out.
   *
   * @param profit whether the high counts: not in the bar in which the position was opened, because
   *     it may have come before
   */
  static @Nullable SignalEvent touched(
      LiveSignal live, long now, Price low, Price high, boolean profit) {
    SignalEvent byTime = time(live, now);
    if (byTime != null) {
      return byTime;
    }
    boolean active = live.state() == SignalState.ACTIVE;
    if (!active && live.state() != SignalState.OPENING) {
      return null;
    }
    if (low.compareTo(live.signal().stopLoss()) <= 0) {
      return SignalEvent.STOP_TOUCHED;
    }
    return active && profit && high.compareTo(live.signal().takeProfit()) >= 0
        ? SignalEvent.TAKE_TOUCHED
        : null;
  }
}
