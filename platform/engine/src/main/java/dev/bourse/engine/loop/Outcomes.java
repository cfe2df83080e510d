package dev.bourse.engine.loop;

import dev.bourse.api.event.OrderReport;
import dev.bourse.api.model.CancelOutcome;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderOutcome;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.trace.TurnResult;
import dev.bourse.api.trader.RefreshedOrder;
import dev.bourse.core.TraderCore;
import dev.bourse.core.decision.TurnRecord;
import dev.bourse.engine.journal.Announcement;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Who waits for the end of an order, or of a cancel. Loop only, but for the futures. */
final class Outcomes {
  /** One order, who waits for it, and what its state amounts to. */
  private static final class Waiting<T> {
    private final ClientOrderId id;
    private final CompletableFuture<T> outcome;
    private final Predicate<Order> over;
    private final BiFunction<Order, @Nullable OrderReport, T> amount;

    /** Whether the venue was asked: then whatever it says of the order is the answer. */
    private boolean asked;

    Waiting(
        ClientOrderId id,
        CompletableFuture<T> outcome,
        Predicate<Order> over,
        BiFunction<Order, @Nullable OrderReport, T> amount) {
      this.id = id;
      this.outcome = outcome;
      this.over = over;
      this.amount = amount;
    }

    boolean isAnswered(Order order, TurnRecord record) {
      return (asked && report(record) != null) || over.test(order);
    }

    private @Nullable OrderReport report(TurnRecord record) {
      return record.event() instanceof OrderReport report && report.orderId().equals(id)
          ? report
          : null;
    }

    void complete(Order order) {
      outcome.complete(amount.apply(order, null));
    }

    Announcement announcement(Order order, TurnRecord record) {
      return new OutcomeAnnouncement<>(outcome, amount.apply(order, report(record)));
    }
  }

  private static final Set<OrderStatus> NEVER_SENT =
      EnumSet.of(OrderStatus.INITIALIZED, OrderStatus.EMULATED, OrderStatus.DENIED);

  private final TraderCore core;
  private final List<Waiting<?>> waiting = new ArrayList<>();

  Outcomes(TraderCore core) {
    this.core = core;
  }

  /**
   * Waits for the order that the turn just taken asked for; completes the future if there is none.
   */
  void await(TurnRecord record, CompletableFuture<OrderOutcome> outcome) {
    for (TurnResult result : record.results()) {
      Order order =
          result instanceof TurnResult.OrderApproved approved
              ? approved.order()
              : result instanceof TurnResult.OrderDenied denied ? denied.order() : null;
      if (order != null) {
        waiting.add(
            new Waiting<>(
                order.id(),
                outcome,
                each -> each.status().isClosed(),
                (each, report) -> OrderOutcome.of(each)));
        return;
      }
    }
    outcome.completeExceptionally(
        new IllegalStateException(
            "the order was not taken: " + Sentences.of(record, core.state().flags().status())));
  }

  /** Waits for a cancel that was just asked for; answers at once where it is over already. */
  void awaitCancel(ClientOrderId id, CompletableFuture<CancelOutcome> outcome) {
    Order order = core.state().ledger().find(id);
    if (order == null) {
      outcome.completeExceptionally(
          new IllegalStateException("there is no order " + id + " to cancel"));
    } else if (order.status() == OrderStatus.PENDING_CANCEL) {
      waiting.add(
          new Waiting<>(
              id,
              outcome,
              each -> each.status() != OrderStatus.PENDING_CANCEL,
              (each, report) -> CancelOutcome.of(each)));
    } else {
      outcome.complete(CancelOutcome.of(order));
    }
  }

  /** Waits for what the venue says of an order; false if it cannot be asked, which is said. */
  boolean awaitAnswer(ClientOrderId id, CompletableFuture<RefreshedOrder> outcome) {
    Order order = core.state().ledger().find(id);
    if (order == null) {
      outcome.completeExceptionally(
          new IllegalStateException("there is no order " + id + " to ask for"));
      return false;
    } else if (NEVER_SENT.contains(order.status())) {
      outcome.complete(new RefreshedOrder(order, "it was never sent to the venue"));
      return false;
    }
    Waiting<RefreshedOrder> one = new Waiting<>(id, outcome, each -> false, RefreshedOrder::of);
    one.asked = true;
    waiting.add(one);
    return true;
  }

  /** What to tell behind this turn: the outcomes of orders that ended in it or before. */
  List<Announcement> after(TurnRecord record) {
    if (waiting.isEmpty()) {
      return List.of();
    }
    List<Announcement> ended = new ArrayList<>();
    for (Iterator<Waiting<?>> each = waiting.iterator(); each.hasNext(); ) {
      Waiting<?> one = each.next();
      Order order = core.state().ledger().find(one.id);
      if (one.outcome.isDone() || order == null) {
        each.remove();
      } else if (one.isAnswered(order, record)) {
        each.remove();
        ended.add(one.announcement(order, record));
      }
    }
    return ended;
  }

  /**
   * They waited long enough: tells what is known. Synced, the venue is to be asked first if nothing
   * was seen; then the order that is to be asked for is returned, else null.
   */
  @Nullable ClientOrderId giveUp(CompletableFuture<?> outcome, boolean synced) {
    ClientOrderId unseen = null;
    for (Waiting<?> one : waiting) {
      Order order = core.state().ledger().find(one.id);
      if (one.outcome == outcome && order != null) {
        if (synced && !one.asked && isUnseen(order)) {
          one.asked = true;
          unseen = one.id;
        } else {
          one.complete(order);
        }
      }
    }
    waiting.removeIf(one -> one.outcome.isDone());
    return unseen;
  }

  /** Whether nobody knows what the venue made of the last command. */
  private static boolean isUnseen(Order order) {
    return order.unknown()
        || order.status() == OrderStatus.SUBMITTED
        || order.status() == OrderStatus.PENDING_CANCEL;
  }

  private record OutcomeAnnouncement<T>(CompletableFuture<T> outcome, T value)
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
