package dev.bourse.core.state;

import dev.bourse.api.event.TimerEvent;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderLeg;
import dev.bourse.api.model.OrderLink;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.core.ledger.OrderMoves;

/**
 * What a venue does by itself with exits that wait there: they begin to work once their entry has
 * filled whole, and end with one that does not. For what that one had filled they come again.
 */
public final class BracketFold {
  private final TraderState state;
  private final Effects effects;
  private final ListNotes notes;

  BracketFold(TraderState state, Effects effects, ListNotes notes) {
    this.state = state;
    this.effects = effects;
    this.notes = notes;
  }

  /**
   * The engine's timer that runs while an entry which has filled a part may fill whole by itself,
   * and while its exits may end by themselves after it.
   */
  public static String timer(ClientOrderId entry) {
    return "bracket " + entry;
  }

  /** An order has moved: what that means to it, or to those that wait for it. */
  void moved(Order order) {
    OrderLink link = order.link();
    if (link == null) {
      return;
    }
    OrderLeg leg = link.leg();
    if (leg == null && (order.filled().isPositive() || !order.isLive())) {
      entry(order, link.list());
    } else if (leg != null && leg.stage() == OrderLeg.Stage.PENDING) {
      exit(order, link);
    }
  }

  private void entry(Order entry, ClientOrderId list) {
    boolean waits = false;
    for (Order each : state.ledger.list(list)) {
      OrderLeg leg = each.leg();
      if (leg != null && leg.stage() == OrderLeg.Stage.PENDING) {
        waits |= each.isLive() && entry.status() != OrderStatus.FILLED;
        settled(each, entry);
      }
    }
    String timer = timer(entry.id());
    if (waits && !state.engineTimers.isSet(TimerEvent.ENGINE, timer)) {
      state.engineTimers.set(
          TimerEvent.ENGINE, timer, state.time + state.settings.inFlightInterval());
    }
  }

  private void exit(Order exit, OrderLink link) {
    boolean works = exit.filled().isPositive() || exit.triggered();
    Order entry = link.parent() == null ? null : state.ledger.find(link.parent());
    if (works) {
      state.ledger.update(OrderMoves.working(exit));
    } else if (entry != null) {
      settled(exit, entry);
    }
  }

  private void settled(Order exit, Order entry) {
    if (exit.isLive() && entry.status() == OrderStatus.FILLED) {
      state.ledger.update(OrderMoves.working(exit));
    } else if (!exit.isLive() && entry.filled().isPositive() && !notes.isOver(exit)) {
      Order again = OrderMoves.replaced(exit);
      state.ledger.update(again);
      effects.lost(again);
      notes.dropped(again);
    }
  }
}
