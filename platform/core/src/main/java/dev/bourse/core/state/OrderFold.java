package dev.bourse.core.state;

import dev.bourse.api.alert.Alert;
import dev.bourse.api.event.CommandEvent;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Fill;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.Quantity;
import dev.bourse.core.ledger.AmountMoves;
import dev.bourse.core.ledger.Doubts;
import dev.bourse.core.ledger.ExitMoves;
import dev.bourse.core.ledger.InferredFills;
import dev.bourse.core.ledger.LetGoFills;
import dev.bourse.core.ledger.OrderMoves;
import dev.bourse.core.ledger.Provisional;
import dev.bourse.core.portfolio.FeeBook;
import dev.bourse.core.portfolio.FillCorrection;
import dev.bourse.core.reconciliation.Changed;
import org.jspecify.annotations.Nullable;

/**
 * How commands and venue reports change orders, positions and cash. Every fill counts once,
 * whatever repeats.
 */
final class OrderFold {
  private final TraderState state;
  private final Effects effects;
  private final ListNotes lists;
  private final InFlight inFlight;
  private final BracketFold brackets;

  OrderFold(TraderState state, Effects effects) {
    this.state = state;
    this.effects = effects;
    this.lists = new ListNotes(state, effects);
    this.inFlight = new InFlight(state, effects);
    this.brackets = new BracketFold(state, effects, lists);
  }

  void command(CommandEvent event) {
    Order order = state.ledger.find(event.orderId());
    if (order == null) {
      return;
    }
    if (event instanceof CommandEvent.Sent) {
      state.doubts.sent(order, state.time);
      armInFlight(state.time);
      update(order, OrderMoves.sent(order, state.time));
    } else if (event instanceof CommandEvent.Dropped dropped) {
      state.rest();
      state.doubts.end(order.id());
      update(order, ExitMoves.dropped(order, dropped.reason(), state.time));
      lists.dropped(known(order));
    } else if (event instanceof CommandEvent.CancelDropped dropped) {
      state.rest();
      update(order, OrderMoves.cancelFailed(order, dropped.reason(), state.time));
    } else if (event instanceof CommandEvent.UpdateDropped dropped) {
      update(order, OrderMoves.updateFailed(order, dropped.reason(), state.time));
    }
    inFlight.uncanceled(order, known(order));
  }

  void report(OrderReport report) {
    Order order = state.ledger.find(report.orderId());
    if (order == null || !order.account().equals(report.account())) {
      new Strangers(state, effects).heard(report);
    } else if (report instanceof OrderReport.Filled filled) {
      heard(order, filled.fill());
    } else if (report instanceof OrderReport.Status status) {
      status(order, status);
    } else if (report instanceof OrderReport.NotFound absent) {
      absent(order, absent);
    } else if (report instanceof OrderReport.AnswerLost lost) {
      lost(order, lost);
    } else {
      answered(order, report);
    }
  }

  private void answered(Order order, OrderReport report) {
    answer(order, report);
    settleDoubt(order.id());
    boolean refused =
        report instanceof OrderReport.CancelRejected
            || report instanceof OrderReport.UpdateRejected;
    if (refused && known(order).isLive()) {
      ask(order.id());
    }
    inFlight.uncanceled(order, known(order));
  }

  /**
   * A venue that refuses to end or to change an order may not have it any more: the report of its
   * end may be lost. The venue is asked until it proves what it has; whether a new order came there
   * at all is a doubt that begins anew.
   */
  private void ask(ClientOrderId id) {
    Order order = state.ledger.find(id);
    boolean unseen = order != null && order.status() == OrderStatus.SUBMITTED && !order.unknown();
    if (unseen || !state.doubts.contains(id)) {
      state.doubts.begin(id, state.time);
    }
    armInFlight(state.time);
    effects.query(id);
  }

  /**
   * What passes a pending cancel or amend is no answer to it, and what the venue changes by itself
   * none to a submit: that is still looked after.
   */
  private void settleDoubt(ClientOrderId id) {
    Order now = state.ledger.find(id);
    if (now == null || !Doubts.awaitsAnswer(now)) {
      state.doubts.end(id);
    }
  }

  private void answer(Order order, OrderReport report) {
    if (report instanceof OrderReport.Accepted accepted) {
      update(order, OrderMoves.accepted(order, accepted, state.time));
    } else if (report instanceof OrderReport.Rejected rejected) {
      state.rest();
      update(order, ExitMoves.rejected(order, rejected, state.time));
      lists.rejected(known(order));
    } else if (report instanceof OrderReport.Denied denied) {
      state.rest();
      update(order, ExitMoves.denied(order, denied, state.time));
      lists.denied(known(order));
    } else if (report instanceof OrderReport.Canceled canceled) {
      update(order, OrderMoves.canceled(order, canceled.reason(), state.time));
    } else if (report instanceof OrderReport.Expired expired) {
      update(order, OrderMoves.expired(order, expired.reason(), state.time));
    } else if (report instanceof OrderReport.CancelRejected rejected) {
      state.rest();
      update(order, OrderMoves.cancelFailed(order, rejected.reason(), state.time));
    } else if (report instanceof OrderReport.Triggered) {
      update(order, OrderMoves.triggered(order, state.time));
    } else if (report instanceof OrderReport.Updated updated) {
      updated(order, updated);
    } else if (report instanceof OrderReport.UpdateRejected rejected) {
      update(order, OrderMoves.updateFailed(order, rejected.reason(), state.time));
    }
  }

  /** Terms that the kind of order cannot have are the adapter's mistake, not the trader's end. */
  private void updated(Order order, OrderReport.Updated report) {
    try {
      Order after = OrderMoves.updated(order, report.venueOrderId(), report.change(), state.time);
      update(order, after);
      if (Changed.outside(order, after)) {
        effects.note(Alert.Level.WARNING, Changed.told(order, after));
      }
    } catch (IllegalArgumentException e) {
      effects.note(
          Alert.Level.WARNING,
          "the venue reports a change of order "
              + order.id()
              + " that it cannot have and that was ignored: "
              + e.getMessage());
    }
  }

  /** The answer to a query may be lost as well; then the timer asks again, not this event. */
  private void lost(Order order, OrderReport.AnswerLost report) {
    if (!order.unknown() || !state.doubts.contains(order.id())) {
      doubt(order, report.reason());
    }
  }

  /**
   * A report does not list it. That is no new doubt about an order that is being proven: with every
   * report the proof would begin anew, and never end where reports come faster than it takes.
   */
  void unlisted(Order order) {
    boolean proving =
        state.doubts.contains(order.id()) && (order.unknown() || order.venueOrderId() != null);
    if (proving) {
      ask(order.id());
    } else {
      doubt(order, "the venue does not list it as open by our name");
    }
  }

  /** Nothing is proven about the order any more. */
  void doubt(Order order, String reason) {
    if (order.status().isClosed()) {
      return;
    }
    state.doubts.begin(order.id(), state.time);
    armInFlight(state.time);
    boolean certain = order.venueOrderId() != null;
    if (!certain) {
      update(order, OrderMoves.doubted(order, reason, state.time));
    }
    effects.query(order.id());
  }

  /**
   * A fill that comes by itself may have been counted and let go. Those of a report were told apart
   * together, each for its own part of what the order filled: alone, one of them would pass for
   * another.
   */
  private void heard(Order order, Fill fill) {
    boolean counted =
        state.fills.mayHaveLetGo(fill)
            && !state.fills.contains(fill)
            && new LetGoFills(state.fills, state.provisional::get).has(order, fill);
    if (counted) {
      state.fills.add(fill);
    } else {
      fill(order, fill);
    }
  }

  /** Counts a fill once; true if it was new. */
  boolean fill(Order order, Fill fill) {
    if (!state.fills.add(fill)) {
      return false;
    }
    if (!fill.provisional() && FeeBook.isThird(fill)) {
      effects.charged(order, fill);
    }
    Provisional open = fill.provisional() ? null : state.provisional.get(order.id());
    if (open == null) {
      count(order, fill);
      return true;
    }
    Fill news = replace(order, fill, open);
    if (news != null) {
      count(known(order), news);
    }
    return news != null;
  }

  /** An execution proves an order, but does not say by which number the venue knows it. */
  private void count(Order order, Fill fill) {
    String exceeded = AmountMoves.exceeded(order, fill);
    if (exceeded != null) {
      effects.note(
          Alert.Level.CRITICAL,
          "order "
              + order.id()
              + " was filled beyond its "
              + exceeded
              + ": fill "
              + fill.fillId()
              + " of "
              + fill.quantity()
              + " after "
              + order.filled());
    }
    Money notional = fill.notional();
    Order after = state.ledger.update(OrderMoves.filled(order, fill, notional, state.time));
    settleDoubt(order.id());
    if (order.unknown() && order.venueOrderId() == null) {
      effects.query(order.id());
    }
    LiquidationShares.book(state, order, fill, notional);
    effects.filled(after, fill);
    brackets.moved(order, after);
    lists.filled(after);
  }

  private Order known(Order order) {
    Order now = state.ledger.find(order.id());
    return now == null ? order : now;
  }

  /** A real fill of what was counted already: corrects that; returns what is new of it, or null. */
  private @Nullable Fill replace(Order order, Fill real, Provisional open) {
    Provisional replaced = open.replacedBy(real);
    Provisional left = open.minus(replaced);
    if (left.quantity().isZero()) {
      state.provisional.remove(order.id());
    } else {
      state.provisional.put(order.id(), left);
    }
    FillCorrection correction =
        FillCorrection.of(real, replaced.quantity(), replaced.notional(), replaced.fee());
    LiquidationShares.correct(state, order, correction);
    state.ledger.update(
        order.withFill(
            Quantity.zero(order.filled().decimals()),
            correction.notional(),
            order.status(),
            state.time));
    Quantity news = real.quantity().minus(replaced.quantity());
    return news.isPositive() ? InferredFills.rest(real, news, correction.fee()) : null;
  }

  void status(Order order, OrderReport.Status report) {
    Order known = order;
    Quantity unseen = InferredFills.unseen(order, report);
    if (unseen.isPositive()) {
      Fill inferred = InferredFills.inferred(order, report, unseen);
      if (fill(order, inferred)) {
        state.provisional.merge(order.id(), Provisional.of(inferred), Provisional::plus);
      }
      known = known(order);
    }
    boolean cancelling = known.status() == OrderStatus.PENDING_CANCEL && report.status().isLive();
    boolean lost = cancelling && isOld(order.id()) && !brackets.endsWithEntry(known);
    if (isAmending(known, report)) {
      return;
    }
    if (!cancelling || lost) {
      state.doubts.end(order.id());
    }
    if (lost) {
      update(
          known, OrderMoves.cancelFailed(known, "the cancel did not reach the venue", state.time));
      known = known(order);
    }
    update(known, OrderMoves.proven(known, report, state.time));
    inFlight.uncanceled(order, known(order));
  }

  /** Too early to say whether the amend reached the venue, or the venue does not say what holds. */
  private boolean isAmending(Order order, OrderReport.Status report) {
    return order.status() == OrderStatus.PENDING_UPDATE
        && report.status().isLive()
        && (report.terms() == null || !isOld(order.id()));
  }

  private boolean isOld(ClientOrderId id) {
    return state.doubts.isOlder(id, state.settings.inFlightThreshold(), state.time);
  }

  private void absent(Order order, OrderReport.NotFound report) {
    if (order.status().isClosed() || !state.doubts.absent(order.id(), report.queriedAt())) {
      return;
    }
    if (order.venueOrderId() != null || !order.filled().isZero()) {
      vanished(order);
    } else {
      state.doubts.end(order.id());
      String reason = "NOT_SENT: proof=two queries after the settle time found no such order";
      update(order, ExitMoves.rejected(order, reason, state.time));
    }
  }

  /** The venue knew the order and now does not: nobody can say what became of it. */
  private void vanished(Order order) {
    if (!order.unknown()) {
      String reason = "the venue took it as " + order.venueOrderId() + " and finds it no more";
      update(order, OrderMoves.doubted(order, reason, state.time));
      effects.note(
          Alert.Level.CRITICAL,
          "order "
              + order.id()
              + ": "
              + reason
              + "; its fate is unknown, entries on "
              + order.spec().instrument().id()
              + " stop and it is queried on: look at the venue");
    }
  }

  @SuppressWarnings("ReferenceEquality") // a shortcut
  private void update(Order before, Order after) {
    if (after != before && !after.equals(before)) {
      state.ledger.update(after);
      effects.changed(after);
      if (ExitMoves.isLost(before, after, state.time) && !lists.isOver(after)) {
        effects.lost(after);
      }
      brackets.moved(before, after);
    }
  }

  private void armInFlight(long newest) {
    inFlight.arm(newest);
  }

  /** Looks at commands without an answer. */
  void inFlight() {
    inFlight.look();
  }
}
