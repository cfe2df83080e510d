package dev.bourse.engine.loop;

import dev.bourse.api.event.ControlEvent;
import dev.bourse.api.event.Event;
import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.core.TraderCore;
import java.util.Set;
import java.util.TreeSet;

/**
 * When the venue is to be asked what it has, because somebody wished orders to be cancelled or
 * positions to be closed and that is done as far as our books know: once all cancels are answered
 * and nothing is being closed any more. Loop only.
 */
final class Verification {
  private final TraderCore core;
  private final Set<AccountId> due = new TreeSet<>();
  private boolean wished;

  Verification(TraderCore core) {
    this.core = core;
  }

  /** Behind every turn. */
  void heard(Event event) {
    wished |=
        event instanceof ControlEvent.CancelAll
            || event instanceof ControlEvent.Flatten
            || core.state().flags().isFlattening();
  }

  /** Whether it is time for an account; once for all wishes that are done. */
  boolean isDue(AccountId account) {
    boolean done =
        wished
            && !core.state().flags().isFlattening()
            && core.state().ledger().live().stream().noneMatch(Verification::isBeingCancelled);
    if (done) {
      wished = false;
      due.addAll(core.state().settings().accounts());
    }
    return due.remove(account);
  }

  private static boolean isBeingCancelled(Order order) {
    return order.status() == OrderStatus.PENDING_CANCEL;
  }
}
