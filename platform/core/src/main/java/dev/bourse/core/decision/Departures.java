package dev.bourse.core.decision;

import dev.bourse.api.exchange.ExchangeCommand;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.Position;
import dev.bourse.api.risk.DenialCode;
import dev.bourse.api.risk.RiskDecision;
import dev.bourse.api.trace.TurnResult;
import dev.bourse.core.ledger.ListReason;
import dev.bourse.core.state.Effects;
import dev.bourse.core.state.TraderState;

/**
 * Sends what waited while its venue was away: cancels as soon as it is back; the rest, before
 * anything new, once it is known what the venue did meanwhile and the gate still says yes.
 */
final class Departures {
  private final TraderState state;
  private final TraderFacts facts;
  private final Decider decider;
  private final Recheck recheck;
  private final Outbox outbox;

  Departures(
      TraderState state, TraderFacts facts, Decider decider, Recheck recheck, Outbox outbox) {
    this.state = state;
    this.facts = facts;
    this.decider = decider;
    this.recheck = recheck;
    this.outbox = outbox;
  }

  void release(Effects effects) {
    outbox.cancels();
    for (ExchangeCommand each : outbox.ready()) {
      Order order = state.ledger().find(each.orderId());
      if (order != null && each instanceof ExchangeCommand.Amend amend) {
        amend(order, amend);
      } else if (order != null && order.isLive()) {
        submit(order, each, effects);
      }
    }
  }

  private void submit(Order order, ExchangeCommand command, Effects effects) {
    if (order.isPending()) {
      if (!outbox.joins(command)) {
        String reason =
            ListReason.PARENT_ENDED.because(
                "because=its entry did not leave when the venue was back");
        decider.end(order, OrderStatus.CANCELED, reason, effects);
      }
      return;
    }
    Recheck.Answer answer = recheck.release(order, order.spec());
    RiskDecision.Denied denial = answer.denial();
    if (!order.entry() && answer.checks().entry()) {
      denial = DenialCode.NOT_REDUCING.because("quantity=" + order.unfilled() + held(order));
    }
    if (denial == null) {
      outbox.send(command);
    } else if (!order.entry() && position(order).isFlat()) {
      String reason =
          ListReason.NOTHING_LEFT.because("the position was closed while the venue was away");
      decider.end(order, OrderStatus.CANCELED, reason, effects);
    } else if (!decider.refused(order, denial, "its venue was back", effects)) {
      outbox.hold(command);
    }
  }

  private String held(Order order) {
    return " position=" + position(order).side() + " " + position(order).quantity();
  }

  private Position position(Order order) {
    return facts.position(order.account(), order.strategy(), order.spec());
  }

  /** One that was taken back, or settled by what the venue said of the order, is not sent. */
  private void amend(Order order, ExchangeCommand.Amend amend) {
    boolean wanted =
        order.status() == OrderStatus.PENDING_UPDATE && amend.change().equals(order.change());
    if (!wanted) {
      return;
    }
    RiskDecision.Denied denial =
        recheck.release(order, amend.change().applied(order.spec())).denial();
    if (denial == null) {
      outbox.send(amend);
    } else {
      decider.emit(new TurnResult.AmendDenied(order.id(), amend.change(), denial.toString()));
    }
  }
}
