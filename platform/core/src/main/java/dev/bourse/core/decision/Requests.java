package dev.bourse.core.decision;

import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderChange;
import dev.bourse.api.model.OrderList;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.trace.TurnResult;
import java.util.List;

/** What a strategy asks for, decided live or compared with what was recorded. */
interface Requests {
  /** Asks for an order; the id is known at once, the answer comes by the outcome. */
  ClientOrderId order(StrategySlot slot, OrderSpec spec);

  /** Asks for the orders of a list. */
  List<ClientOrderId> list(StrategySlot slot, OrderList wanted);

  /** Cancels a live order. */
  void cancel(StrategySlot slot, Order order);

  /** Changes a live order. */
  void amend(StrategySlot slot, Order order, OrderChange change);

  /** Sets a timer. */
  void timer(StrategySlot slot, String name, long deadline);

  /** Records that a signal moved. */
  void signal(TurnResult.SignalMoved move);

  /** Tells people. */
  void warn(String sentence);

  /** Takes a timer back. */
  void cancelTimer(StrategySlot slot, String name);
}
