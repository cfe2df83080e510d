package dev.bourse.core.decision;

import dev.bourse.api.exchange.ExchangeCommand;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.trace.TurnResult;
import dev.bourse.core.state.TraderState;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The commands that follow from what was decided, and those that wait for their venue. What waits
 * is forgotten with the process: after a restart nobody sends what was decided before it.
 */
final class Outbox {
  private final TraderState state;
  private final TraderFacts facts;
  private final TurnRecord record;
  private final Pairs pairs;
  private final List<ExchangeCommand> held = new ArrayList<>();

  Outbox(TraderState state, TraderFacts facts, TurnRecord record, Pairs pairs) {
    this.state = state;
    this.facts = facts;
    this.record = record;
    this.pairs = pairs;
  }

  /** Adds the command that follows from a result which was applied, if there is one. */
  void follow(TurnResult result) {
    if (result instanceof TurnResult.HeldOrderEnded ended) {
      held.removeIf(each -> each.orderId().equals(ended.orderId()));
    }
    ExchangeCommand command = command(result);
    if (command == null) {
      return;
    }
    boolean engines =
        result instanceof TurnResult.OrderReleased || result instanceof TurnResult.LegActivated;
    if (isReachable(command) && (!engines || isReconciled(command))) {
      send(command);
    } else if (!(command instanceof ExchangeCommand.Query)) {
      held.add(command);
    }
  }

  private @Nullable ExchangeCommand command(TurnResult result) {
    if (result instanceof TurnResult.OrderApproved approved) {
      Order order = approved.order();
      return order.status() == OrderStatus.INITIALIZED ? submit(order) : null;
    }
    if (result instanceof TurnResult.OrderReleased released) {
      Order order = state.ledger().find(released.orderId());
      return order == null ? null : submit(order);
    }
    if (result instanceof TurnResult.LegActivated activated) {
      Order order = activated.held() ? null : state.ledger().find(activated.orderId());
      return order == null ? null : submit(order);
    }
    if (result instanceof TurnResult.CancelRequested cancel) {
      return endsWithEntry(cancel.orderId()) ? null : cancel(cancel.orderId());
    }
    if (result instanceof TurnResult.ReplaceRequested replace) {
      return cancel(replace.orderId());
    }
    if (result instanceof TurnResult.AmendRequested amend) {
      Order order = state.ledger().find(amend.orderId());
      return order == null ? null : new ExchangeCommand.Amend(order, amend.change(), state.time());
    }
    if (result instanceof TurnResult.QueryRequested query) {
      Order order = state.ledger().find(query.orderId());
      return order == null ? null : new ExchangeCommand.Query(order, state.time());
    }
    return null;
  }

  /** Whether the cancel of its entry, which is asked for first, is the cancel of an order. */
  private boolean endsWithEntry(ClientOrderId id) {
    Order order = state.ledger().find(id);
    return order != null && pairs.entry(order) != null;
  }

  private @Nullable ExchangeCommand cancel(ClientOrderId id) {
    Order order = state.ledger().find(id);
    return order == null ? null : new ExchangeCommand.Cancel(order, state.time());
  }

  private ExchangeCommand submit(Order order) {
    return new ExchangeCommand.Submit(facts.sent(order), state.time());
  }

  /** Whatever the trader's status is, nothing is sent to a venue that cannot be reached. */
  private boolean isReachable(ExchangeCommand command) {
    return state.flags().account(command.order().account()).connected();
  }

  private boolean isReconciled(ExchangeCommand command) {
    return state.flags().account(command.order().account()).reconciled();
  }

  /** Whether an order waits here for its venue, which does not know of it. */
  boolean holds(ClientOrderId id) {
    for (ExchangeCommand each : held) {
      if (each instanceof ExchangeCommand.Submit && each.orderId().equals(id)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Sends the cancels whose venue is back; they can only take exposure away, whatever happened
   * there meanwhile.
   */
  void cancels() {
    take(each -> each instanceof ExchangeCommand.Cancel && isReachable(each)).forEach(this::send);
  }

  /** Takes out what waited for its venue, now that it is known what happened there meanwhile. */
  List<ExchangeCommand> ready() {
    return take(each -> isReachable(each) && isReconciled(each));
  }

  private List<ExchangeCommand> take(Predicate<ExchangeCommand> wanted) {
    if (held.isEmpty()) {
      return List.of();
    }
    List<ExchangeCommand> taken = held.stream().filter(wanted).toList();
    held.removeAll(taken);
    return taken;
  }

  /** Adds a command to those of this turn; the orders of a pair or of a bracket go as one. */
  void send(ExchangeCommand command) {
    if (joins(command)) {
      return;
    }
    if (command instanceof ExchangeCommand.Submit && command.order().isPending()) {
      throw new IllegalStateException(
          "exit " + command.orderId() + " would leave without the entry that it is to wait for");
    }
    record.commands().add(command);
  }

  /** Makes a command one with another of this turn that it belongs to; false if there is none. */
  boolean joins(ExchangeCommand command) {
    return pairs.joins(record.commands(), command);
  }

  /** A command that may not leave yet waits on. */
  void hold(ExchangeCommand command) {
    held.add(command);
  }
}
