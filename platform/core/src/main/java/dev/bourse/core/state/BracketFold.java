package dev.bourse.core.state;

import dev.bourse.api.event.TimerEvent;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderLeg;
import dev.bourse.api.model.OrderLink;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.Quantity;
import dev.bourse.core.ledger.ListReason;
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
  void moved(Order before, Order after) {
    OrderLink link = after.link();
    if (link == null) {
      return;
    }
    OrderLeg leg = link.leg();
    if (leg == null && (after.filled().isPositive() || !after.isLive())) {
      entry(before, after, link.list());
    } else if (leg != null && leg.stage() == OrderLeg.Stage.PENDING) {
      exit(before, after, link);
    }
  }

  private void entry(Order before, Order entry, ClientOrderId list) {
    boolean waits = false;
    for (Order each : state.ledger.list(list)) {
      OrderLeg leg = each.leg();
      if (leg != null && leg.stage() == OrderLeg.Stage.PENDING) {
        waits |= each.isLive() && entry.status() != OrderStatus.FILLED;
        settled(each, entry, false);
      }
    }
    boolean begins = before.filled().isZero() || (before.isLive() && !entry.isLive());
    if (waits && begins) {
      state.engineTimers.set(
          TimerEvent.ENGINE, timer(entry.id()), state.time + state.settings.inFlightInterval());
    }
  }

  private void exit(Order before, Order exit, OrderLink link) {
    Order entry = link.parent() == null ? null : state.ledger.find(link.parent());
    boolean asked =
        before.status() == OrderStatus.PENDING_CANCEL
            && !before.unknown()
            && !ListReason.isAny(before.reason());
    if (exit.filled().isPositive() || exit.triggered()) {
      state.ledger.update(OrderMoves.working(exit));
    } else if (!exit.isLive() && asked) {
      state.ledger.update(OrderMoves.givenUp(exit));
    } else if (entry != null) {
      settled(exit, entry, true);
    }
  }

  private void settled(Order exit, Order entry, boolean now) {
    if (exit.isLive() && entry.status() == OrderStatus.FILLED) {
      begin(exit);
    } else if (!exit.isLive() && entry.filled().isPositive()) {
      end(exit, entry, now);
    }
  }

  /** A cancel that was meant for it and its entry came too late; one for it alone is on its way. */
  private void begin(Order exit) {
    boolean cancelling = exit.status() == OrderStatus.PENDING_CANCEL;
    if (cancelling && ListReason.isAny(exit.reason())) {
      state.ledger.update(OrderMoves.replaced(exit));
    } else if (cancelling) {
      String reason = "its entry had filled before";
      Order works = OrderMoves.cancelFailed(exit, reason, state.time);
      state.doubts.end(exit.id());
      state.ledger.update(OrderMoves.working(works));
      effects.changed(OrderMoves.working(works));
    } else {
      state.ledger.update(OrderMoves.working(exit));
    }
  }

  /**
   * It ended with its entry and is wanted for what that had filled; unless a sibling ended it, or
   * the venue refused it when it was to work, of which people hear with the report of it.
   */
  private void end(Order exit, Order entry, boolean now) {
    boolean never = exit.status() == OrderStatus.REJECTED || exit.status() == OrderStatus.DENIED;
    if (isEndedBySibling(exit) || notes.isOver(exit)) {
      state.ledger.update(OrderMoves.working(exit));
    } else if (never && exit.venueOrderId() != null) {
      Order refused = state.ledger.update(OrderMoves.working(exit));
      effects.lost(part(refused, entry));
      if (!now) {
        notes.rejected(refused);
      }
    } else {
      Order again = state.ledger.update(OrderMoves.replaced(exit));
      effects.lost(part(again, entry));
      notes.dropped(again);
    }
  }

  /** Whether an exit is to end with its entry, whose cancel has no answer yet. */
  boolean endsWithEntry(Order exit) {
    OrderLink link = exit.link();
    Order entry = link == null || !exit.isPending() ? null : state.ledger.find(link.list());
    return entry != null && entry.isLive() && entry.status() == OrderStatus.PENDING_CANCEL;
  }

  private boolean isEndedBySibling(Order exit) {
    OrderLink link = exit.link();
    return link != null
        && link.isShared()
        && state.ledger.list(link.list()).stream()
            .filter(each -> each.leg() != null && !each.id().equals(exit.id()))
            .anyMatch(each -> each.triggered() || each.filled().isPositive());
  }

  /** So much of it was missed: the rest was for what its entry never filled. */
  private Order part(Order exit, Order entry) {
    Quantity most = exit.spec().quantity().min(entry.filled());
    return exit.withSpec(exit.spec().withQuantity(most), exit.status(), exit.updatedAt());
  }
}
