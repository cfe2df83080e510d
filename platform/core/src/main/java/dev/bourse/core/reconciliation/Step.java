package dev.bourse.core.reconciliation;

import dev.bourse.api.event.OrderReport;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Fill;
import dev.bourse.api.model.Order;

/** One thing that a reconciliation does to the books; they are applied in their order. */
public sealed interface Step {
  /**
   * An order that the books did not know is taken into them.
   *
   * @param order the order, as if nothing of it was executed unless that is in no balance
   * @param shared whether its executions are everybody's who holds what they close
   */
  record Adopt(Order order, boolean shared) implements Step {}

  /**
   * An execution counts, once.
   *
   * @param fill the execution
   */
  record Count(Fill fill) implements Step {}

  /**
   * An execution that balances and positions have already: it must never count.
   *
   * @param fill the execution
   */
  record Remember(Fill fill) implements Step {}

  /**
   * What the venue says of an order holds.
   *
   * @param status what it says
   */
  record Prove(OrderReport.Status status) implements Step {}

  /**
   * The venue holds an order with other terms than we know: somebody changed it there.
   *
   * @param status what the venue says, with its terms
   */
  record Change(OrderReport.Status status) implements Step {}

  /**
   * A live order is not listed, or not by our name: nothing is proven, the venue is asked for it.
   *
   * @param order the order
   */
  record Ask(ClientOrderId order) implements Step {}
}
