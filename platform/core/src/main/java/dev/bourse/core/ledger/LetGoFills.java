package dev.bourse.core.ledger;

import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Fill;
import dev.bourse.api.model.Order;
import java.util.HashMap;
import java.util.Map;

/**
 * Tells fills that were counted and let go from new ones: an order has filled more than the fills
 * of it that are kept, by what was let go. For one look at the books; not thread-safe.
 */
public final class LetGoFills {
  private final FillBook fills;
  private final Map<ClientOrderId, Long> left = new HashMap<>();

  /** A look at a book. */
  public LetGoFills(FillBook fills) {
    this.fills = fills;
  }

  /**
   * Whether a fill that the book does not find is in the amount of its order all the same; each
   * part of that amount stands for one fill.
   */
  public boolean has(Order order, Fill fill) {
    if (!fills.mayHaveLetGo(fill)) {
      return false;
    }
    long rest = left.computeIfAbsent(order.id(), id -> unexplained(order));
    long part = fill.quantity().withDecimals(order.filled().decimals()).raw();
    if (part > rest) {
      return false;
    }
    left.put(order.id(), rest - part);
    return true;
  }

  private long unexplained(Order order) {
    int decimals = order.filled().decimals();
    long kept = 0;
    for (Fill each : fills.all()) {
      if (each.orderId().equals(order.id()) && each.account().equals(order.account())) {
        kept = Math.addExact(kept, each.quantity().withDecimals(decimals).raw());
      }
    }
    return order.filled().raw() - kept;
  }
}
