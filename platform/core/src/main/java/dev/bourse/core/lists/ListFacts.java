package dev.bourse.core.lists;

import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.Position;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Side;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What decides about the orders of one list.
 *
 * @param orders all of them, oldest first, closed ones too
 * @param rules the newest version of their instrument
 * @param position what their owner holds
 * @param outstanding what all live orders of the owner may still fill, per side
 * @param reference the last price, or null
 * @param passed held orders whose trigger was passed
 * @param venue what the venue can do
 * @param settling whether the entry of exits that wait at the venue may still fill whole by itself,
 *     and whether after its end they may end by themselves
 * @param time now
 * @param patience how long a venue may take for what it does by itself, and how long a refused wish
 *     waits before it is tried again; nanoseconds
 */
public record ListFacts(
    List<Order> orders,
    Instrument rules,
    Position position,
    Map<Side, Quantity> outstanding,
    @Nullable Price reference,
    Set<ClientOrderId> passed,
    Venue venue,
    boolean settling,
    long time,
    long patience) {
  /**
   * What a venue can do for a list.
   *
   * @param links whether it takes off an order what a sibling filled
   * @param amends whether it changes a live order in one step
   * @param pairs whether it takes two orders in one command and itself ends one when the other is
   *     executed or triggered; both are placed, and called back, together then
   * @param brackets whether exits are to wait there for their entry to fill whole
   */
  public record Venue(boolean links, boolean amends, boolean pairs, boolean brackets) {}

  /** Whether an order is being cancelled, or something of it was refused a moment ago. */
  boolean isBusy(Order order) {
    return order.status() == OrderStatus.PENDING_CANCEL || wasRefused(order);
  }

  /** What was refused a moment ago is not tried again at once. */
  boolean wasRefused(Order order) {
    return !order.reason().isEmpty() && time - order.updatedAt() < patience;
  }

  /** What of the position should rest with a leg now; nothing if the venue would not take it. */
  public Quantity need(Order leg) {
    ListShares shares = new ListShares(this);
    Quantity rest = ListShares.less(shares.quantity(leg), leg.filled());
    return shares.isSendable(leg, rest) ? rest : Quantity.zero(rest.decimals());
  }
}
