package dev.bourse.engine.loop;

import dev.bourse.api.event.ControlEvent;
import dev.bourse.api.event.Event;
import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.core.TraderCore;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * When the venue is to be asked what it has, because somebody wished orders to be cancelled or
 * positions to be closed and that is done as far as our books know: once all cancels are answered
 * and nothing is being closed any more. Loop only.
 */
final class Verification {
  private final TraderCore core;
  private final Set<AccountId> due = new TreeSet<>();
  private final Set<AccountId> wished = new TreeSet<>();
  private final Set<ClientOrderId> cancels = new TreeSet<>();

  Verification(TraderCore core) {
    this.core = core;
  }

  /** Behind every turn. */
  void heard(Event event) {
    if (event instanceof ControlEvent.CancelAll) {
      for (Order order : core.state().ledger().live()) {
        if (isBeingCancelled(order)) {
          cancels.add(order.id());
          wished.add(order.account());
        }
      }
    } else if (event instanceof ControlEvent.Flatten || core.state().flags().isFlattening()) {
      wished.addAll(core.state().settings().accounts());
    }
  }

  /** Whether it is time for an account; once for all wishes that are done. */
  boolean isDue(AccountId account) {
    cancels.removeIf(id -> !isBeingCancelled(core.state().ledger().find(id)));
    if (!wished.isEmpty() && cancels.isEmpty() && !core.state().flags().isFlattening()) {
      due.addAll(wished);
      wished.clear();
    }
    return due.remove(account);
  }

  private static boolean isBeingCancelled(@Nullable Order order) {
    return order != null && order.status() == OrderStatus.PENDING_CANCEL;
  }
}
