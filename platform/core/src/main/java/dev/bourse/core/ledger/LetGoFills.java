package dev.bourse.core.ledger;

import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Fill;
import dev.bourse.api.model.Order;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Tells fills that were counted and let go from new ones: an order has filled more than the fills
 * of it that are kept, by what was let go. What was only inferred still waits for its fills. For
 * one look at the books; not thread-safe.
 */
public final class LetGoFills {
  private final FillBook fills;
  private final Function<ClientOrderId, @Nullable Provisional> inferred;
  private final Map<ClientOrderId, Long> left = new HashMap<>();

  /**
   * A look at a book.
   *
   * @param inferred what of an order was counted without its fills, or null
   */
  public LetGoFills(FillBook fills, Function<ClientOrderId, @Nullable Provisional> inferred) {
    this.fills = fills;
    this.inferred = inferred;
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
    Provisional open = inferred.apply(order.id());
    long known = open == null ? 0 : open.quantity().withDecimals(decimals).raw();
    for (Fill each : fills.all()) {
      boolean its = each.orderId().equals(order.id()) && each.account().equals(order.account());
      if (its && !each.provisional()) {
        known = Math.addExact(known, each.quantity().withDecimals(decimals).raw());
      }
    }
    return order.filled().raw() - known;
  }
}
