package dev.bourse.core.signal;

import dev.bourse.api.strategy.Orders;
import dev.bourse.api.trace.TurnResult;

/** What the driver may see and ask for: all that a strategy may, and to say that a signal moved. */
public interface SignalOrders extends Orders {
  /** Records that a signal moved. */
  void announce(TurnResult.SignalMoved move);

  /** Whether a timer of the strategy is set whose time has come, though nobody was told of it. */
  boolean isDue(String timer);

  /** Tells people, as an alert, of something that they have to look at. */
  void warn(String sentence);
}
