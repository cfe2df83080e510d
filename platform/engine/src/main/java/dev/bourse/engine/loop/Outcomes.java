package dev.bourse.engine.loop;

import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderOutcome;
import dev.bourse.api.trace.TurnResult;
import dev.bourse.core.TraderCore;
import dev.bourse.core.decision.TurnRecord;
import dev.bourse.engine.journal.Announcement;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Who waits for the end of an order. Loop only, but for the futures. */
final class Outcomes {
  /** One order and who waits for it. */
  private record Waiting(ClientOrderId id, CompletableFuture<OrderOutcome> outcome) {}

  private final TraderCore core;
  private final List<Waiting> waiting = new ArrayList<>();

  Outcomes(TraderCore core) {
    this.core = core;
  }

  /**
   * Waits for the order that the turn just taken asked for; completes the future if there is none.
   */
  void await(TurnRecord record, CompletableFuture<OrderOutcome> outcome) {
    for (TurnResult result : record.results()) {
      if (result instanceof TurnResult.OrderApproved approved) {
        waiting.add(new Waiting(approved.order().id(), outcome));
        return;
      }
      if (result instanceof TurnResult.OrderDenied denied) {
        waiting.add(new Waiting(denied.order().id(), outcome));
        return;
      }
    }
    outcome.completeExceptionally(
        new IllegalStateException(
            "the order was not taken: " + Sentences.of(record, core.state().flags().status())));
  }

  /** What to tell behind this turn: the outcomes of orders that ended in it or before. */
  List<Announcement> after(TurnRecord record) {
    if (waiting.isEmpty()) {
      return List.of();
    }
    List<Announcement> ended = new ArrayList<>();
    for (Iterator<Waiting> each = waiting.iterator(); each.hasNext(); ) {
      Waiting one = each.next();
      Order order = core.state().ledger().find(one.id());
      if (one.outcome().isDone() || order == null) {
        each.remove();
      } else if (order.status().isClosed()) {
        each.remove();
        ended.add(new OutcomeAnnouncement(one.outcome(), OrderOutcome.of(order)));
      }
    }
    return ended;
  }

  /** What is known of an order that somebody waits for: they waited long enough. */
  void giveUp(CompletableFuture<OrderOutcome> outcome) {
    for (Waiting one : waiting) {
      Order order = core.state().ledger().find(one.id());
      if (one.outcome() == outcome && order != null) {
        outcome.complete(OrderOutcome.of(order));
      }
    }
    waiting.removeIf(one -> one.outcome().isDone());
  }

  /** Nobody will answer any more. */
  void fail(String reason) {
    waiting.forEach(one -> one.outcome().completeExceptionally(new IllegalStateException(reason)));
    waiting.clear();
  }

  private record OutcomeAnnouncement(CompletableFuture<OrderOutcome> outcome, OrderOutcome value)
      implements Announcement {
    @Override
    public void durable() {
      outcome.complete(value);
    }

    @Override
    public void logged(String reason) {
      outcome.complete(value);
    }

    @Override
    public void lost(String reason) {
      outcome.completeExceptionally(new IllegalStateException(reason));
    }
  }
}
