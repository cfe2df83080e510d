package dev.bourse.core.lists;

import dev.bourse.api.model.Order;
import dev.bourse.api.model.Quantity;

/** The next thing to be done for an order of a list. */
public sealed interface ListMove {
  /** The order that it is about. */
  Order order();

  /**
   * The parent has filled: the order begins to work.
   *
   * @param order the order
   * @param quantity how much of it
   * @param taken what others of the list have filled in its stead
   */
  record Activate(Order order, Quantity quantity, Quantity taken) implements ListMove {}

  /**
   * The trigger of a held order was passed and nothing else of its list is in the way: it leaves.
   *
   * @param order the order
   */
  record Release(Order order) implements ListMove {}

  /**
   * The trigger of a held order was passed, and another one of its list rests at the venue: that
   * must be gone first.
   *
   * @param order the order that wants to leave
   * @param resting the order that gives way
   */
  record MakeWay(Order order, Order resting) implements ListMove {}

  /**
   * An order that never left ends.
   *
   * @param order the order
   * @param reason {@code CODE: key=value ...}
   */
  record End(Order order, String reason) implements ListMove {}

  /**
   * An order at the venue is cancelled.
   *
   * @param order the order
   * @param reason {@code CODE: key=value ...}
   */
  record Cancel(Order order, String reason) implements ListMove {}

  /**
   * A held order, or one at a venue that amends, gets another quantity.
   *
   * @param order the order
   * @param quantity its whole quantity
   */
  record Resize(Order order, Quantity quantity) implements ListMove {}

  /**
   * An order at a venue that cannot amend is cancelled so that another can take its place.
   *
   * @param order the order
   * @param quantity its whole quantity as it should be
   */
  record Replace(Order order, Quantity quantity) implements ListMove {}

  /**
   * An order that was cancelled for that, with proof, gets its successor.
   *
   * @param order the order that was cancelled
   * @param quantity the quantity of the new one
   * @param taken what others, earlier ones of its place included, have filled in its stead
   */
  record Renew(Order order, Quantity quantity, Quantity taken) implements ListMove {}

  /**
   * Two moves of a pair that are one for the venue: both orders begin, or both are called back.
   *
   * @param stop what is done for the order that stops a loss
   * @param target what is done for the order that takes a profit
   */
  record Both(ListMove stop, ListMove target) implements ListMove {
    @Override
    public Order order() {
      return stop.order();
    }
  }

  /**
   * The venue has taken off an order what a sibling filled.
   *
   * @param order the order
   * @param quantity its whole quantity
   * @param taken what was taken off it in all
   */
  record Reduce(Order order, Quantity quantity, Quantity taken) implements ListMove {}
}
