package dev.bourse.core.decision;

import dev.bourse.api.exchange.Capabilities;
import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.Balance;
import dev.bourse.api.model.Currency;
import dev.bourse.api.model.Exposure;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.model.MarginTerms;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.OmsType;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderLink;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.Position;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Side;
import dev.bourse.api.model.StrategyId;
import dev.bourse.api.model.TimeInForce;
import dev.bourse.api.model.TraderStatus;
import dev.bourse.api.model.Trigger;
import dev.bourse.api.model.TriggerType;
import dev.bourse.api.strategy.Orders;
import dev.bourse.core.ledger.OrderLedger;
import dev.bourse.core.ledger.OwnerBook;
import dev.bourse.core.lists.ListFacts;
import dev.bourse.core.market.InstrumentMarket;
import dev.bourse.core.portfolio.Portfolio;
import dev.bourse.core.portfolio.PositionKey;
import dev.bourse.core.portfolio.UserKey;
import dev.bourse.core.portfolio.Valuation;
import dev.bourse.core.protection.ProtectionBook;
import dev.bourse.core.risk.GateFacts;
import dev.bourse.core.risk.Throttle;
import dev.bourse.core.risk.VenueRules;
import dev.bourse.core.state.TraderState;
import dev.bourse.core.strategy.StrategyEntry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The gate's window on the state. */
final class TraderFacts implements GateFacts {
  private static final Optional<OmsType> NETTING = Optional.of(OmsType.NETTING);
  private static final Optional<OmsType> HEDGING = Optional.of(OmsType.HEDGING);

  private final TraderState state;
  private final Map<AccountId, Capabilities> capabilities = new TreeMap<>();
  private final BreakerSet breakers;
  private boolean backlog;

  TraderFacts(TraderState state, BreakerSet breakers) {
    this.state = state;
    this.breakers = breakers;
  }

  void capabilities(AccountId account, Capabilities can) {
    capabilities.put(account, can);
  }

  void journalBacklog(boolean full) {
    backlog = full;
  }

  @Override
  public long time() {
    return state.time();
  }

  @Override
  public TraderStatus status() {
    return state.flags().status();
  }

  @Override
  public String statusDetail() {
    return state.flags().detail();
  }

  @Override
  public Optional<Instrument> instrument(InstrumentId id) {
    InstrumentMarket market = state.market().find(id);
    return market == null ? Optional.empty() : Optional.of(market.instrument());
  }

  @Override
  public Optional<Capabilities> capabilities(AccountId account) {
    return Optional.ofNullable(capabilities.get(account));
  }

  @Override
  public boolean holds(Order order) {
    OrderSpec spec = order.spec();
    Trigger trigger = spec.trigger();
    Capabilities can = capabilities.get(order.account());
    if (trigger == null || can == null || !state.settings().holdsConditional()) {
      return false;
    }
    boolean watchedThere =
        (trigger.type() == TriggerType.DEFAULT || can.triggerTypes().contains(trigger.type()))
            && VenueRules.untaken(trigger, can) == null;
    OrderLink link = order.link();
    boolean alone = link == null || !link.isShared() || can.linkedOrders();
    return !trigger.type().isVenueOnly()
        && !(alone && can.orderTypes().contains(spec.type()) && watchedThere);
  }

  /** What an account's venue can do for the orders of a list. */
  ListFacts.Venue lists(AccountId account) {
    Capabilities can = capabilities.get(account);
    if (can == null) {
      return new ListFacts.Venue(false, false, false, false);
    }
    boolean there = !state.settings().holdsConditional();
    return new ListFacts.Venue(
        can.linkedOrders(),
        can.amend(),
        there && can.orderPairs(),
        there && can.orderBrackets() && state.settings().venueBrackets());
  }

  /** Whether the platform must end such an order itself when its time is over. */
  boolean expires(Order order) {
    Capabilities can = capabilities.get(order.account());
    return order.spec().timeInForce() == TimeInForce.GTD
        && can != null
        && (order.isWaiting() || holds(order) || !can.timesInForce().contains(TimeInForce.GTD));
  }

  /**
   * The order as its venue gets it. One that knows no time of expiry gets it without; the platform
   * ends it. Where several positions are one at the venue, or one of two sides, what reduces ours
   * may not reduce what is there: the mark is not sent, the gate has seen to it.
   */
  Order sent(Order order) {
    OrderSpec spec = order.spec();
    boolean several =
        spec.reduceOnly()
            && !spec.instrument().isSpot()
            && (spec.position().isNamed()
                || terms(order.account()).map(MarginTerms::hedged).orElse(false)
                || state.portfolio().isHedged(order.account(), spec.instrument().id()));
    boolean endsHere = expires(order);
    if (!several && !endsHere) {
      return order;
    }
    OrderSpec sent = several ? spec.notReducing() : spec;
    sent = endsHere ? sent.lasting(TimeInForce.GTC) : sent;
    return order.withSpec(sent, order.status(), order.updatedAt());
  }

  @Override
  public Optional<Valuation> valuation(AccountId account) {
    return state.valuation(account);
  }

  @Override
  public boolean isMeasured(AccountId account) {
    return breakers.isMeasured(state.breakers(), account);
  }

  @Override
  public String unprotected(Order order) {
    ProtectionBook.Exposure found = state.protection().find(OrderLedger.key(order));
    return found == null || !found.isUnprotected() ? "" : "because=" + found.why();
  }

  @Override
  public Throttle orderThrottle() {
    return state.orderThrottle();
  }

  @Override
  public Throttle amendThrottle() {
    return state.amendThrottle();
  }

  @Override
  public boolean hasUnknown(InstrumentId instrument) {
    return state.ledger().hasUnknown(instrument);
  }

  @Override
  public Quantity outstanding(AccountId account, StrategyId strategy, OrderSpec spec, Side side) {
    Instrument instrument = spec.instrument();
    return state
        .ledger()
        .book(account, strategy, instrument.id(), spec.position())
        .outstanding(side, instrument.quantityDecimals());
  }

  @Override
  public Position position(AccountId account, StrategyId strategy, OrderSpec spec) {
    return state.portfolio().position(account, strategy, spec.instrument(), spec.position());
  }

  @Override
  public Optional<OmsType> oms(StrategyId strategy) {
    StrategyEntry entry = state.strategies().get(strategy);
    return entry == null ? Optional.empty() : entry.oms() == OmsType.HEDGING ? HEDGING : NETTING;
  }

  @Override
  public boolean isCrowded(Order order) {
    PositionKey key = OrderLedger.key(order);
    boolean known =
        !key.position().isNamed()
            || state.ledger().knows(key)
            || state.portfolio().row(key) != Portfolio.NO_ROW;
    if (known) {
      return false;
    }
    int ordered = state.ledger().named(key.account(), key.strategy(), key.instrument()).size();
    return Math.max(ordered, state.portfolio().names(key)) >= Orders.MOST_POSITIONS;
  }

  @Override
  public boolean journalBacklog() {
    return backlog;
  }

  @Override
  public Optional<Price> referencePrice(Instrument instrument) {
    return state.market().referencePrice(instrument.id());
  }

  @Override
  public Position position(AccountId account, StrategyId strategy, Instrument instrument) {
    return state.portfolio().position(account, strategy, instrument);
  }

  @Override
  public Quantity held(AccountId account, StrategyId strategy, Instrument instrument) {
    return state.portfolio().held(account, strategy, instrument);
  }

  @Override
  public List<Position> positions() {
    return state.portfolio().open();
  }

  @Override
  public List<Order> liveOrders() {
    return state.ledger().live();
  }

  @Override
  public Optional<Balance> balance(AccountId account, Currency currency) {
    return state.portfolio().balance(account, currency);
  }

  @Override
  public Optional<MarginTerms> terms(AccountId account) {
    return state.portfolio().terms(account);
  }

  @Override
  public Optional<List<Exposure>> exposures(AccountId account, Currency settlement) {
    return state
        .portfolio()
        .exposures(account, settlement, id -> state.market().valuationPrice(id));
  }

  @Override
  public int liveOrderCount() {
    return state.ledger().liveCount();
  }

  @Override
  public Money working(
      AccountId account, StrategyId strategy, Instrument instrument, Price reference) {
    OrderLedger ledger = state.ledger();
    Money worth = ledger.book(account, strategy, instrument.id()).working(reference, instrument);
    List<OwnerBook> named = ledger.named(account, strategy, instrument.id());
    for (int i = 0; i < named.size(); i++) {
      worth = worth.plus(named.get(i).working(reference, instrument));
    }
    return worth;
  }

  @Override
  public Money used(AccountId account, StrategyId strategy, Currency quote) {
    UserKey user = new UserKey(account, strategy);
    return state.portfolio().cost(user, quote).plus(state.ledger().reserved(user, quote));
  }
}
