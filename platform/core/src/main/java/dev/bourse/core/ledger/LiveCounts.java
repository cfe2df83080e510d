package dev.bourse.core.ledger;

import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.OrderType;
import java.util.HashMap;
import java.util.Map;

/** What is counted of all live orders, whoever owns them. Changed by the ledger only. */
final class LiveCounts {
  private final Map<InstrumentId, Integer> unknown = new HashMap<>();
  private int live;
  private int cancellableEntries;
  private int cancellable;

  void add(Order order) {
    count(order, 1);
  }

  void remove(Order order) {
    count(order, -1);
  }

  private void count(Order order, int by) {
    live += by;
    if (order.status() != OrderStatus.PENDING_CANCEL) {
      cancellableEntries += order.entry() ? by : 0;
      boolean rests = order.isWaiting() || order.spec().type() != OrderType.MARKET;
      cancellable += order.entry() || rests ? by : 0;
    }
    if (order.unknown()) {
      InstrumentId id = order.spec().instrument().id();
      int now = unknown.merge(id, by, Integer::sum);
      if (now == 0) {
        unknown.remove(id);
      }
    }
  }

  int live() {
    return live;
  }

  /** Live entries that are not being cancelled. */
  int cancellableEntries() {
    return cancellableEntries;
  }

  /** Live orders that a flatten cancels and that are not being cancelled. */
  int cancellable() {
    return cancellable;
  }

  boolean hasUnknown(InstrumentId instrument) {
    return !unknown.isEmpty() && unknown.containsKey(instrument);
  }
}
