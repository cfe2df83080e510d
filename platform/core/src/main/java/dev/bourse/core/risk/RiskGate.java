package dev.bourse.core.risk;

import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.Balance;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.Position;
import dev.bourse.api.model.PositionSide;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Side;
import dev.bourse.api.model.StrategyId;
import dev.bourse.api.risk.DenialCode;
import dev.bourse.api.risk.RiskDecision;
import dev.bourse.api.risk.RiskModule;
import dev.bourse.api.trace.TurnResult;
import dev.bourse.core.ledger.Reservations;
import dev.bourse.core.portfolio.Valuation;
import dev.bourse.core.status.Permission;
import dev.bourse.core.status.StatusTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Decides about every order: the venue's rules, the account, the trader's status, then every risk
 * module; the first denial wins. Closed for entries, open for exits: an order that only reduces
 * skips status, price, notional and modules, as far as the status table allows. Not thread-safe.
 */
public final class RiskGate {
  private final Map<String, RiskModule> modules = new TreeMap<>();
  private final List<String> expected;
  private final GateFacts facts;

  /** A gate for the given facts that wants all named modules to be there. */
  public RiskGate(List<String> expected, GateFacts facts) {
    this.expected = List.copyOf(expected);
    this.facts = facts;
  }

  /** A module came. */
  public void bind(String name, RiskModule module) {
    modules.put(name, module);
  }

  /** A module went. */
  public void unbind(String name) {
    modules.remove(name);
  }

  /** An order as it was recorded: it was approved before the restart. */
  public static ApprovedOrder recorded(TurnResult.OrderApproved result) {
    return new ApprovedOrder(result.order());
  }

  /**
   * Whether the order can only shrink the owner's position, reckoned with all its live and unknown
   * exits. The order's own flag is not trusted.
   */
  public boolean reduces(AccountId account, StrategyId strategy, OrderSpec spec) {
    Position position = facts.position(account, strategy, spec);
    PositionSide against = spec.side() == Side.SELL ? PositionSide.LONG : PositionSide.SHORT;
    if (position.side() != against) {
      return false;
    }
    Quantity exits = facts.outstanding(account, strategy, spec, spec.side()).plus(spec.quantity());
    return exits.compareTo(position.quantity()) <= 0;
  }

  /**
   * Decides about a new order.
   *
   * @param order INITIALIZED, with {@code entry} set from {@link #reduces}
   * @param strategy whether a strategy asks; people and the engine may do more
   */
  public GateDecision check(Order order, boolean strategy) {
    return check(order, strategy, facts.orderThrottle());
  }

  /**
   * Decides about any order.
   *
   * @param throttle what it counts for, or null if it was counted before
   */
  public GateDecision check(Order order, boolean strategy, @Nullable Throttle throttle) {
    Money reserved = Reservations.of(order);
    RiskDecision.Denied refusal = core(order, reserved, strategy);
    if (refusal == null && order.entry() && throttle != null) {
      refusal = throttle.objection(facts.time());
    }
    RiskDecision.Denied denial = refusal;
    List<RiskDecision> answers = List.of();
    if (refusal == null && order.entry() && !expected.isEmpty()) {
      answers = new ArrayList<>(expected.size());
      denial = modules(order, answers);
    }
    Checks checks = new Checks(order.entry(), reserved, refusal, expected, answers);
    return denial == null
        ? new GateDecision.Approved(new ApprovedOrder(order), checks)
        : new GateDecision.Denied(denial, checks);
  }

  private RiskDecision.@Nullable Denied core(Order order, Money reserved, boolean strategy) {
    OrderSpec spec = order.spec();
    Optional<Instrument> rules = facts.instrument(spec.instrument().id());
    if (rules.isEmpty()) {
      return DenialCode.UNKNOWN_INSTRUMENT.because("instrument=" + spec.instrument().id());
    }
    RiskDecision.Denied denial = status(order, strategy);
    if (denial == null) {
      denial = form(order, rules.get());
    }
    if (denial == null && spec.reduceOnly() && order.entry()) {
      denial = DenialCode.NOT_REDUCING.because(PositionCheck.holding(order, facts));
    }
    if (denial == null && order.entry()) {
      denial = entry(order, reserved, rules.get());
    }
    return denial;
  }

  private RiskDecision.@Nullable Denied form(Order order, Instrument rules) {
    OrderSpec spec = order.spec();
    RiskDecision.Denied denial =
        VenueRules.check(spec, facts.holds(order), rules, facts.capabilities(order.account()));
    if (denial == null) {
      denial = Amounts.check(spec, rules, facts.referencePrice(rules));
    }
    return denial != null ? denial : VenueRules.conditions(spec, rules, facts.time());
  }

  /** What the venue would refuse of an order that waits for its parent; the rest is asked then. */
  public GateDecision form(Order order) {
    InstrumentId id = order.spec().instrument().id();
    Optional<Instrument> rules = facts.instrument(id);
    RiskDecision.Denied denial =
        rules.isEmpty()
            ? DenialCode.UNKNOWN_INSTRUMENT.because("instrument=" + id)
            : form(order, rules.get());
    Checks checks = new Checks(order.entry(), Reservations.of(order), denial, List.of(), List.of());
    return denial == null
        ? new GateDecision.Approved(new ApprovedOrder(order), checks)
        : new GateDecision.Denied(denial, checks);
  }

  private RiskDecision.@Nullable Denied status(Order order, boolean strategy) {
    StatusTable row = StatusTable.of(facts.status());
    Permission permission = order.entry() ? row.entry() : row.reduce();
    return permission.allows(strategy)
        ? null
        : DenialCode.TRADER_NOT_RUNNING.because(
            "status=" + facts.status() + " because=" + facts.statusDetail());
  }

  private RiskDecision.@Nullable Denied entry(Order order, Money reserved, Instrument rules) {
    OrderSpec spec = order.spec();
    RiskDecision.Denied named = PositionCheck.of(order, facts);
    if (named != null) {
      return named;
    }
    if (spec.side() == Side.SELL && rules.isSpot()) {
      return DenialCode.EXCEEDS_POSITION.because(PositionCheck.holding(order, facts));
    }
    if (!rules.trading()) {
      return DenialCode.NOT_TRADING.because("instrument=" + rules.id());
    }
    if (facts.hasUnknown(rules.id())) {
      return DenialCode.UNKNOWN_ORDER.because("instrument=" + rules.id());
    }
    if (facts.journalBacklog()) {
      return DenialCode.JOURNAL_BACKLOG.because("see queues in trader:info");
    }
    Optional<Price> reference = facts.referencePrice(rules);
    if (reference.isEmpty()) {
      return DenialCode.NO_PRICE.because("instrument=" + rules.id());
    }
    RiskDecision.Denied denial = unpriced(order.account());
    String unprotected = facts.unprotected(order);
    if (denial == null && !unprotected.isEmpty()) {
      denial = DenialCode.UNPROTECTED.because("strategy=" + order.strategy() + " " + unprotected);
    }
    if (denial == null && !facts.isMeasured(order.account())) {
      denial =
          DenialCode.NO_EQUITY.because(
              "account="
                  + order.account()
                  + " because=breakers cannot know its loss: something has no price, or several"
                  + " quote currencies need account.currency");
    }
    if (denial == null) {
      denial = VenueRules.notional(spec, rules, reference.get());
    }
    if (denial == null) {
      denial = rules.isSpot() ? balance(order, reserved) : MarginCheck.of(order, reserved, facts);
    }
    return denial;
  }

  /** Nobody knows what an account is worth of whose assets one has no price. */
  private RiskDecision.@Nullable Denied unpriced(AccountId account) {
    Valuation valuation = facts.valuation(account).orElse(null);
    if (valuation == null || (valuation.equity().isPresent() && valuation.unpriced().isEmpty())) {
      return null;
    }
    return DenialCode.UNPRICED.because(
        "account="
            + account
            + " currency="
            + valuation.currency()
            + " "
            + valuation.unpriced().stream()
                .findFirst()
                .map(Valuation.Asset::numbers)
                .orElse("path=none"));
  }

  private RiskDecision.@Nullable Denied balance(Order order, Money needed) {
    Optional<Balance> balance = facts.balance(order.account(), needed.currency());
    if (balance.isEmpty()) {
      return DenialCode.NO_ACCOUNT.because(
          "account=" + order.account() + " currency=" + needed.currency());
    }
    return balance.get().free().compareTo(needed) < 0
        ? DenialCode.INSUFFICIENT_BALANCE.because(
            "needed=" + needed + " free=" + balance.get().free())
        : null;
  }

  private RiskDecision.@Nullable Denied modules(Order order, List<RiskDecision> answers) {
    for (int i = 0; i < expected.size(); i++) {
      String name = expected.get(i);
      RiskModule module = modules.get(name);
      RiskDecision decision =
          module == null
              ? DenialCode.RISK_MODULE_MISSING.because("module=" + name)
              : ask(name, module, order);
      answers.add(decision);
      if (decision instanceof RiskDecision.Denied denied) {
        return denied;
      }
    }
    return null;
  }

  private RiskDecision ask(String name, RiskModule module, Order order) {
    try {
      return module.check(order, facts);
    } catch (RuntimeException e) {
      return DenialCode.RISK_MODULE_FAILED.because("module=" + name + " threw=" + e);
    }
  }
}
