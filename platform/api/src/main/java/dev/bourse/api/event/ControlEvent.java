package dev.bourse.api.event;

import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderList;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.StrategyId;
import org.jspecify.annotations.Nullable;

/**
 * What a person (or the engine in an emergency) asks of a trader. Ordered, journaled and replayed
 * like market data.
 *
 * <p>{@code by} names who asked: {@code shell:karaf}, {@code engine}.
 */
public sealed interface ControlEvent extends Event {
  /** Who asked. */
  String by();

  /**
   * No new entries; strategies go on and are denied.
   *
   * @param by who asked
   */
  record Pause(String by) implements ControlEvent {}

  /**
   * Entries again, from PAUSED or REDUCING.
   *
   * @param by who asked
   */
  record Resume(String by) implements ControlEvent {}

  /**
   * Only what reduces positions.
   *
   * @param by who asked
   */
  record Reduce(String by) implements ControlEvent {}

  /**
   * Stop entries, latched until {@link Reset}; cancels orders that can add exposure.
   *
   * @param reason why, shown until reset
   * @param by who asked
   */
  record Halt(String reason, String by) implements ControlEvent {}

  /**
   * Lifts a halt; the trader is then PAUSED.
   *
   * @param by who asked
   */
  record Reset(String by) implements ControlEvent {}

  /**
   * Pause, cancel entries, close every strategy position, verify flat, stay paused.
   *
   * @param by who asked
   */
  record Flatten(String by) implements ControlEvent {}

  /**
   * Flatten although the journal failed: cancels and closing orders are written to a second file
   * instead. Refused while the journal works.
   *
   * @param by who asked
   */
  record Emergency(String by) implements ControlEvent {}

  /**
   * Cancel the live orders of this trader.
   *
   * @param by who asked
   * @param strategy whose orders; null for all
   * @param entriesOnly whether exits stay, so that no position loses its stop
   */
  record CancelAll(String by, @Nullable StrategyId strategy, boolean entriesOnly)
      implements ControlEvent {
    /** Every live order. */
    public CancelAll(String by) {
      this(by, null, false);
    }

    /** Whether an order is meant. */
    public boolean isMeant(Order order) {
      boolean owned = strategy == null || strategy.equals(order.strategy());
      return owned && (order.entry() || !entriesOnly);
    }
  }

  /**
   * Cancel one order.
   *
   * @param orderId the order
   * @param by who asked
   */
  record Cancel(ClientOrderId orderId, String by) implements ControlEvent {}

  /**
   * Place an order by hand; it belongs to strategy {@code manual} and passes the same gate.
   *
   * @param spec what is wanted
   * @param by who asked
   */
  record Submit(OrderSpec spec, String by) implements ControlEvent {}

  /**
   * Place a list of orders by hand; it belongs to strategy {@code manual} and passes the same gate.
   *
   * @param list what is wanted
   * @param by who asked
   */
  record SubmitList(OrderList list, String by) implements ControlEvent {}

  /**
   * End a signal of a signal strategy: one that waits is cancelled, one that holds a position is
   * closed.
   *
   * @param signal its id
   * @param by who asked
   */
  record CloseSignal(String signal, String by) implements ControlEvent {}

  /**
   * Compare the books with the venues now. Accepted, the venues are right: what they have more or
   * less than we can explain is taken over, and what stopped entries for it is lifted.
   *
   * @param accept whether differences that nothing explains are taken over
   * @param by who asked
   */
  record Reconcile(boolean accept, String by) implements ControlEvent {}

  /**
   * Ask the venue what it knows of an order.
   *
   * @param orderId the order
   * @param by who asked
   */
  record Query(ClientOrderId orderId, String by) implements ControlEvent {}
}
