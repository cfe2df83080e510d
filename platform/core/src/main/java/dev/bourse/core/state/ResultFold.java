package dev.bourse.core.state;

import dev.bourse.api.event.TimerEvent;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.trace.TurnResult;
import dev.bourse.core.ledger.ClientOrderIds;
import dev.bourse.core.ledger.ExitMoves;
import dev.bourse.core.ledger.OrderMoves;
import dev.bourse.core.risk.RiskGate;
import dev.bourse.core.strategy.KeptStates;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** How a decided or recorded result changes the state. The same live and in recovery. */
public final class ResultFold {
  private final TraderState state;

  /** A fold into the given state. */
  public ResultFold(TraderState state) {
    this.state = state;
  }

  /** Applies a result. */
  public void apply(TurnResult result) {
    if (result instanceof TurnResult.OrderApproved approved) {
      used(approved.order().id());
      state.ledger.add(RiskGate.recorded(approved));
      if (approved.order().entry()) {
        state.orderThrottle.add(state.time);
      }
      if (approved.order().status() == OrderStatus.EMULATED && !approved.order().isWaiting()) {
        state.held.add(approved.order());
      }
    } else if (result instanceof TurnResult.OrderDenied denied) {
      used(denied.order().id());
      state.ledger.addDenied(denied.order());
    } else if (result instanceof TurnResult.CancelRequested cancel) {
      cancel(cancel);
    } else if (result instanceof TurnResult.AmendRequested amend) {
      amend(amend);
    } else if (result instanceof TurnResult.AmendDenied denied) {
      move(denied.orderId(), order -> unasked(order, denied));
    } else if (result instanceof TurnResult.OrderReleased released) {
      release(released);
    } else if (result instanceof TurnResult.HeldOrderEnded ended) {
      end(ended);
    } else if (result instanceof TurnResult.LegActivated activated) {
      activate(activated);
    } else if (result instanceof TurnResult.HeldOrderChanged changed) {
      change(changed);
    } else if (result instanceof TurnResult.LegReduced reduced) {
      move(
          reduced.orderId(),
          order -> OrderMoves.reduced(order, reduced.quantity(), reduced.taken(), state.time));
    } else if (result instanceof TurnResult.ReplaceRequested replaced) {
      move(
          replaced.orderId(),
          order -> OrderMoves.replaceRequested(order, replaced.reason(), state.time));
    } else if (result instanceof TurnResult.TimerSet timer) {
      boolean ours = timer.owner().equals(TimerEvent.ENGINE);
      (ours ? state.engineTimers : state.strategyTimers)
          .set(timer.owner(), timer.name(), timer.deadline());
    } else if (result instanceof TurnResult.TimerCanceled timer) {
      state.strategyTimers.cancel(timer.owner(), timer.name());
    } else if (result instanceof TurnResult.StateSaved saved) {
      state.kept.put(
          new KeptStates.Key(saved.strategy(), saved.instrument(), saved.name()),
          new KeptStates.Saved(saved.version(), saved.bytes()));
    } else if (result instanceof TurnResult.FeeConverted converted) {
      state.portfolio.fees().converted(converted);
    } else if (result instanceof TurnResult.StrategyFaulted faulted) {
      state.flags.faulted(faulted.strategy(), faulted.reason());
    } else if (result instanceof TurnResult.MarkSet set) {
      state.breakers.apply(set);
    } else if (result instanceof TurnResult.BreakerTripped trip) {
      trip(trip);
    } else if (result instanceof TurnResult.ProtectionChanged changed) {
      state.protection.apply(changed);
    } else if (result instanceof TurnResult.Purged purged) {
      new PurgeFold(state).apply(purged);
    }
  }

  /** A halt of a person stays what people are told; the latch is there in any case. */
  private void trip(TurnResult.BreakerTripped trip) {
    state.breakers.apply(trip);
    if (!state.flags.isHalted()) {
      state.flags.halted(trip.sentence());
    }
    if (trip.flatten()) {
      state.flags.flattening(true);
    }
  }

  /**
   * Whoever asks for a cancel wants the end, even if the order was to be replaced. What waits at
   * its venue ends there with its entry, without a command whose answer would be waited for: if its
   * end is not heard of, it is asked for.
   */
  private void cancel(TurnResult.CancelRequested cancel) {
    @Nullable Order order =
        move(
            cancel.orderId(),
            live ->
                ExitMoves.unreplaced(
                    OrderMoves.cancelRequested(live, cancel.reason(), state.time)));
    if (order != null && order.isPending()) {
      state.doubts.sent(order, state.time);
      state.engineTimers.setAtLatest(
          TimerEvent.ENGINE, EventFold.IN_FLIGHT, state.time + state.settings.inFlightInterval());
    }
  }

  private @Nullable Order move(ClientOrderId id, UnaryOperator<Order> step) {
    @Nullable Order order = state.ledger.find(id);
    return order == null ? null : state.ledger.update(step.apply(order));
  }

  private void activate(TurnResult.LegActivated activated) {
    @Nullable Order order =
        move(
            activated.orderId(),
            waiting ->
                OrderMoves.activated(
                    waiting,
                    activated.quantity(),
                    activated.taken(),
                    activated.held(),
                    state.time));
    if (order != null && activated.held()) {
      state.held.add(order);
    }
  }

  private void change(TurnResult.HeldOrderChanged changed) {
    @Nullable Order order =
        move(changed.orderId(), held -> OrderMoves.changedHere(held, changed.change(), state.time));
    if (order != null) {
      state.held.change(order);
    }
  }

  private void amend(TurnResult.AmendRequested amend) {
    @Nullable Order order = state.ledger.find(amend.orderId());
    if (order != null) {
      if (order.entry()) {
        state.amendThrottle.add(state.time);
      }
      state.ledger.update(OrderMoves.updateRequested(order, amend.change(), state.time));
    }
  }

  /** A change that waited for its venue and was refused then is not on its way any more. */
  private Order unasked(Order order, TurnResult.AmendDenied denied) {
    boolean waited =
        order.status() == OrderStatus.PENDING_UPDATE && denied.change().equals(order.change());
    return waited ? OrderMoves.updateFailed(order, denied.reason(), state.time) : order;
  }

  private void release(TurnResult.OrderReleased released) {
    @Nullable Order order = state.ledger.find(released.orderId());
    state.held.remove(released.orderId());
    if (order != null) {
      state.ledger.update(OrderMoves.released(order, released.limit(), state.time));
    }
  }

  private void end(TurnResult.HeldOrderEnded ended) {
    @Nullable Order order = state.ledger.find(ended.orderId());
    state.held.remove(ended.orderId());
    if (order != null) {
      state.ledger.update(
          ExitMoves.unreplaced(
              OrderMoves.endedHere(order, ended.status(), ended.reason(), state.time)));
    }
  }

  private void used(ClientOrderId id) {
    long sequence =
        state.emergency != 0
            ? state.nextOrder
            : ClientOrderIds.sequence(state.settings.trader(), state.epoch, id);
    state.nextOrder = Math.max(state.nextOrder, sequence + 1);
  }
}
