package dev.bourse.core.decision;

import dev.bourse.api.alert.Alert;
import dev.bourse.api.event.TimerEvent;
import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderChange;
import dev.bourse.api.model.OrderLink;
import dev.bourse.api.model.OrderList;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.StrategyId;
import dev.bourse.api.risk.DenialCode;
import dev.bourse.api.risk.RiskDecision;
import dev.bourse.api.risk.RiskModule;
import dev.bourse.api.trace.Explanation;
import dev.bourse.api.trace.TurnResult;
import dev.bourse.core.ledger.ExitMoves;
import dev.bourse.core.risk.Amounts;
import dev.bourse.core.risk.GateDecision;
import dev.bourse.core.risk.RiskGate;
import dev.bourse.core.state.Effects;
import dev.bourse.core.state.EventFold;
import dev.bourse.core.state.ResultFold;
import dev.bourse.core.state.TraderState;
import dev.bourse.core.status.StatusTable;
import java.util.ArrayList;
import java.util.List;

/**
 * Decides live: asks the gate, records every result, applies it at once, and collects the commands
 * that follow.
 */
final class Decider implements Requests {
  private final TraderState state;
  private final TraderFacts facts;
  private final RiskGate gate;
  private final Recheck recheck;
  private final OrderDraft draft;
  private final Amounts amounts;
  private final ResultFold results;
  private final TurnRecord record;
  private final Pairs pairs;
  private final Outbox outbox;
  private final Departures departures;
  private final List<Order> denied = new ArrayList<>();
  private final List<ClientOrderId> unborn = new ArrayList<>();
  private final Counters counters;
  private boolean guarding;

  Decider(TraderState state, TraderFacts facts, TurnRecord record, Counters counters) {
    this.state = state;
    this.facts = facts;
    this.gate = new RiskGate(state.settings().riskModules(), facts);
    this.recheck = new Recheck(state, gate, facts);
    this.draft = new OrderDraft(state);
    this.amounts = new Amounts(facts);
    this.results = new ResultFold(state);
    this.record = record;
    this.pairs = new Pairs(state, facts);
    this.outbox = new Outbox(state, facts, record, pairs);
    this.departures = new Departures(state, facts, this, recheck, outbox);
    this.counters = counters;
  }

  void bind(String name, RiskModule module) {
    gate.bind(name, module);
  }

  void unbind(String name) {
    gate.unbind(name);
  }

  @Override
  public List<ClientOrderId> list(StrategySlot slot, OrderList wanted) {
    wanted.orders().forEach(each -> counters.intent(slot.id()));
    return list(slot.key().account(), slot.id(), wanted, slot.readings(), true);
  }

  /** Asks the gate about all orders of a list: one denial denies all. */
  List<ClientOrderId> list(
      AccountId account, StrategyId owner, OrderList wanted, Readings readings, boolean strategy) {
    ListRequest request = new ListRequest(draft, gate, facts);
    List<ListRequest.Judged> all = request.judge(account, owner, wanted, strategy);
    boolean denied = all.stream().anyMatch(each -> each.denial() != null);
    for (ListRequest.Judged each : all) {
      Explanation why = draft.why(each.order(), readings, each.checks());
      if (denied) {
        OrderLink link = each.order().link();
        if (link != null && link.parent() != null) {
          unborn.add(each.order().id());
        }
        deny(each.order().withLink(null), each.denialIn(all), why);
      } else {
        approve(each.order(), why);
      }
    }
    return all.stream().map(each -> each.order().id()).toList();
  }

  private void deny(Order order, RiskDecision.Denied denial, Explanation why) {
    Order refusal = order.with(OrderStatus.DENIED, denial.toString(), state.time());
    counters.denial(order.strategy(), denial);
    emit(new TurnResult.OrderDenied(refusal, why));
    denied.add(refusal);
  }

  @Override
  public ClientOrderId order(StrategySlot slot, OrderSpec spec) {
    counters.intent(slot.id());
    return order(slot.key().account(), slot.id(), spec, slot.readings(), !guarding);
  }

  /** Whether what is wished for from now on is the engine's, which guards a strategy's exits. */
  void guarding(boolean engine) {
    guarding = engine;
  }

  /** Asks the gate about an order that no strategy wished for. */
  ClientOrderId order(AccountId account, StrategyId owner, OrderSpec spec) {
    return order(account, owner, spec, Readings.NONE, false);
  }

  private ClientOrderId order(
      AccountId account, StrategyId owner, OrderSpec wish, Readings readings, boolean strategy) {
    Amounts.Reckoned reckoned = amounts.of(account, owner, wish);
    OrderSpec spec = reckoned.spec();
    Order order = draft.make(account, owner, spec, !gate.reduces(account, owner, spec));
    GateDecision decision = gate.check(order, strategy);
    Explanation why = draft.why(order, readings, decision.checks(), reckoned.said());
    if (decision instanceof GateDecision.Approved approved) {
      approve(approved.order().order(), why);
    } else if (decision instanceof GateDecision.Denied refused) {
      deny(order, refused.denial(), why);
    }
    return order.id();
  }

  private void approve(Order order, Explanation why) {
    boolean here = order.isWaiting() && !order.isPending();
    approve(order, here || facts.holds(order), why);
  }

  void approve(Order order, boolean held, Explanation why) {
    Order standing = held ? order.with(OrderStatus.EMULATED, order.reason(), state.time()) : order;
    emit(new TurnResult.OrderApproved(standing, why));
    if (facts.expires(order)) {
      emit(
          new TurnResult.TimerSet(
              TimerEvent.ENGINE, EventFold.EXPIRY + order.id(), order.spec().expiresAt()));
    }
  }

  /** Acts on an order whose trigger was passed here, or whose time is over. */
  void due(ClientOrderId id, Effects effects) {
    Order order = state.ledger().find(id);
    if (order == null || !order.isLive()) {
      return;
    }
    boolean over = isOver(order);
    if (over && isHere(order)) {
      end(order, OrderStatus.EXPIRED, "expired at its time", effects);
    } else if (over) {
      cancel(order, "expired at its time", false);
    } else if (order.status() == OrderStatus.EMULATED && order.link() == null) {
      release(order, effects);
    }
  }

  /** Whether no venue knows the order: it waits for its trigger, or for its venue to be back. */
  private boolean isHere(Order order) {
    return order.status() == OrderStatus.EMULATED || outbox.holds(order.id());
  }

  private boolean isOver(Order order) {
    long end = order.spec().expiresAt();
    return end != 0 && end <= state.time();
  }

  void tell(ClientOrderId id, Effects effects) {
    Order now = state.ledger().find(id);
    if (now != null) {
      effects.changed(now);
    }
  }

  /** The gate is asked again; an exit that may not leave now stays due until it may. */
  boolean release(Order order, Effects effects) {
    Price limit = state.held().limit(order.id());
    Recheck.Answer answer = recheck.release(order, order.spec().triggered(limit));
    RiskDecision.Denied denial = answer.denial();
    if (denial == null) {
      Explanation why = draft.why(order, Readings.NONE, answer.checks());
      emit(new TurnResult.OrderReleased(order.id(), limit, why));
      tell(order.id(), effects);
      return true;
    }
    return refused(order, denial, "its trigger was passed", effects);
  }

  /** Ends a held order that may not leave; false for an exit that may try again later. */
  boolean refused(Order order, RiskDecision.Denied denial, String when, Effects effects) {
    if (!order.entry() && denial.code().equals(DenialCode.TRADER_NOT_RUNNING)) {
      return false;
    }
    counters.denial(order.strategy(), denial);
    end(order, OrderStatus.DENIED, denial.toString(), effects);
    if (!order.entry()) {
      note(Alert.Level.CRITICAL, unprotected(order, denial, when));
    }
    return true;
  }

  String unprotected(Order order, RiskDecision.Denied denial, String when) {
    OrderSpec spec = order.spec();
    return "UNPROTECTED: order "
        + order.id()
        + ", "
        + spec.side()
        + " "
        + spec.quantity()
        + " of "
        + spec.instrument().id()
        + ", was denied when "
        + when
        + ": "
        + denial
        + state.settings().guards().remedy();
  }

  /** Ends a held order that somebody wants gone, if the status allows it. */
  void endHeld(Order order, String reason, Effects effects) {
    if (StatusTable.of(facts.status()).cancel().allows(false)) {
      end(order, OrderStatus.CANCELED, reason, effects);
    }
  }

  /** Ends an order that never left, before strategies are asked. */
  void end(Order order, OrderStatus status, String reason, Effects effects) {
    emit(new TurnResult.HeldOrderEnded(order.id(), status, reason));
    tell(order.id(), effects);
  }

  @Override
  public void cancel(StrategySlot slot, Order order) {
    cancel(order, "by strategy " + slot.id(), !guarding);
  }

  /**
   * Cancels a live order that is not being cancelled; false if the status does not allow it. An
   * exit that waits at its venue ends with its entry there, as the venue would have it.
   */
  boolean cancel(Order order, String reason, boolean strategy) {
    if (!StatusTable.of(facts.status()).cancel().allows(strategy)) {
      return false;
    }
    Order entry = pairs.entry(order);
    if (entry != null && !ExitMoves.isEnding(entry)) {
      String which = "exit " + order.id() + ", which waits with it at the venue, is cancelled ";
      boolean unused = cancel(entry, "BRACKET: because=" + which + reason, strategy);
    }
    end(known(order), reason);
    return true;
  }

  private void end(Order order, String reason) {
    if (isHere(order) || state.ledger().comesAgain(order)) {
      emit(new TurnResult.HeldOrderEnded(order.id(), OrderStatus.CANCELED, reason));
      denied.add(known(order));
    } else if (order.isLive() && !ExitMoves.isEnding(order)) {
      cancelAtVenue(order, reason);
    }
  }

  /** Cancels an order that may be at the venue though nobody answers for it. */
  void abandon(ClientOrderId id) {
    Order order = state.ledger().find(id);
    if (order != null) {
      boolean unused = cancel(order, "NO_ANSWER: see inflight.exhausted=cancel", false);
    }
  }

  /** The venue ends the partner of a pair as well; nobody meant that one, so it comes again. */
  private void cancelAtVenue(Order order, String reason) {
    Order partner = pairs.partner(order);
    emit(new TurnResult.CancelRequested(order.id(), reason));
    if (partner != null && !isHere(partner) && !Recheck.isPending(partner)) {
      String because = "PAIR: order=" + order.id() + " is cancelled, the venue ends both";
      emit(new TurnResult.ReplaceRequested(partner.id(), because));
    }
  }

  /** Takes an order of a list back from its venue, or ends it here if that never heard of it. */
  void takeBack(Order order, String reason, Effects effects) {
    if (outbox.holds(order.id())) {
      end(order, OrderStatus.CANCELED, reason, effects);
    } else {
      emit(new TurnResult.CancelRequested(order.id(), reason));
    }
  }

  private Order known(Order order) {
    Order now = state.ledger().find(order.id());
    return now == null ? order : now;
  }

  @Override
  public void amend(StrategySlot slot, Order order, OrderChange change) {
    amend(order, change, slot.readings(), true);
  }

  /** Changes a live order that nothing else is asked of; the gate is asked again. */
  void amend(Order order, OrderChange change, Readings readings, boolean strategy) {
    if (Recheck.isPending(order)) {
      return;
    }
    Recheck.Answer answer = recheck.amend(order, change, strategy);
    RiskDecision.Denied denial =
        answer.denial() == null ? pairs.unchangeable(order) : answer.denial();
    if (denial == null) {
      Explanation why = draft.why(order, readings, answer.checks());
      if (order.status() == OrderStatus.EMULATED) {
        emit(new TurnResult.HeldOrderChanged(order.id(), change, why));
        denied.add(known(order));
      } else {
        emit(new TurnResult.AmendRequested(order.id(), change, why));
      }
    } else {
      String reason = denial.toString();
      counters.denial(order.strategy(), denial);
      emit(new TurnResult.AmendDenied(order.id(), change, reason));
      denied.add(order.with(order.status(), reason, state.time()));
    }
  }

  @Override
  public void timer(StrategySlot slot, String name, long deadline) {
    emit(new TurnResult.TimerSet(slot.timerOwner(), name, deadline));
  }

  @Override
  public void cancelTimer(StrategySlot slot, String name) {
    emit(new TurnResult.TimerCanceled(slot.timerOwner(), name));
  }

  @Override
  public void signal(TurnResult.SignalMoved move) {
    emit(move);
  }

  @Override
  public void warn(String sentence) {
    note(Alert.Level.WARNING, sentence);
  }

  void note(Alert.Level level, String text) {
    emit(new TurnResult.Noted(level, text));
  }

  /** Records a result, applies it, and adds the command that follows. */
  void emit(TurnResult result) {
    record.add(result);
    results.apply(result);
    outbox.follow(result);
  }

  /** Sends what waited while its venue was away, as far as it may leave now. */
  void release(Effects effects) {
    departures.release(effects);
  }

  /** Looks after the orders of lists. */
  ListKeeper lists() {
    return new ListKeeper(state, facts, this, recheck, draft);
  }

  /** Orders of this turn that were denied with the entry that they waited for; forgets them. */
  List<ClientOrderId> takeUnborn() {
    List<ClientOrderId> taken = List.copyOf(unborn);
    unborn.clear();
    return taken;
  }

  /** Orders denied in this turn whose owners were not told yet; the caller empties it. */
  List<Order> denied() {
    return denied;
  }
}
