package dev.bourse.exchange.simulated.venue;

import dev.bourse.api.event.AccountEvent;
import dev.bourse.api.event.Bar;
import dev.bourse.api.event.BookEvent;
import dev.bourse.api.event.ConnectionChanged;
import dev.bourse.api.event.FundingRate;
import dev.bourse.api.event.MarkPrice;
import dev.bourse.api.event.MarketEvent;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.exchange.EventSink;
import dev.bourse.api.exchange.ExchangeCommand;
import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.Balance;
import dev.bourse.api.model.Fill;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.model.MarginTerms;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.OrderChange;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.PositionId;
import dev.bourse.api.persistence.Store;
import dev.bourse.api.persistence.StoreException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A venue: instruments, accounts, orders. Driven by its caller, one thread at a time.
 *
 * <p>Every call is one step: rows change, the changed rows are kept, then the reports leave. If
 * they cannot be kept, the venue is down: it reports that its connections are lost, and nothing
 * else ever again.
 */
public final class Venue {
  /**
   * How many commands may be on their way before new orders are not taken; cancels have this much
   * room again.
   */
  static final int MAX_PENDING = 10_000;

  private final VenueRules rules;
  private final VenueState state;
  private final Keeper keeper;
  private final Step step = new Step();
  private final Publisher publisher = new Publisher();
  private final Listings listings;
  private final Reactions reactions;
  private final Endings endings;
  private final Arrivals arrivals;
  private final Funding funding;
  private final Settlement settlement;
  private final Liquidations liquidations;
  private boolean down;

  Venue(VenueRules rules, VenueState state, Keeper keeper) {
    this.rules = rules;
    this.state = state;
    this.keeper = keeper;
    Fees fees = new Fees(rules.fees(), state);
    Margins margins = new Margins(rules.margin(), fees, state);
    Settlement settlement = new Settlement(fees, margins, state, step);
    Endings endings = new Endings(state, settlement, step);
    Executions executions = new Executions(state, settlement, endings, step);
    this.listings = new Listings(state, endings, step);
    Matching matching = new Matching(rules.fills(), state, settlement, executions, endings, step);
    BookMatching levels =
        new BookMatching(rules.fills(), matching, settlement, executions, endings, step);
    SelfTrades own =
        new SelfTrades(rules.orders().selfTrade(), settlement, executions, matching, endings);
    Working working = new Working(rules.fills(), matching, levels, own, endings, step);
    Triggers triggers = new Triggers(settlement, working, matching, endings, step);
    this.reactions = new Reactions(rules.fills(), matching, levels, triggers);
    Amends amends = new Amends(state, settlement, working, rules.orders(), step);
    this.endings = endings;
    this.settlement = settlement;
    this.funding = new Funding(rules.margin(), state, settlement);
    this.liquidations =
        new Liquidations(rules.margin(), rules.fills(), state, margins, settlement, endings, step);
    this.arrivals =
        new Arrivals(state, settlement, working, triggers, amends, endings, rules.orders(), step);
  }

  /** A venue that forgets everything when it is gone. */
  public static Venue forgetful(VenueRules rules) {
    return new Venue(rules, new VenueState(), Keeper.NONE);
  }

  /**
   * A venue that remembers: it begins where the store's last one ended. Throws {@link
   * StoreException} with a sentence if the store cannot be read.
   */
  public static Venue remembering(VenueRules rules, Store store) {
    VenueState state = new VenueState();
    JournalKeeper keeper = JournalKeeper.recover(store, state, rules.history());
    return new Venue(rules, state, keeper);
  }

  /**
   * Opens an account. One that the venue remembers keeps its balances; a new one gets the given
   * ones. Instruments that are not listed yet are. Throws {@link IllegalArgumentException} if it
   * remembers positions that the account's terms do not allow.
   */
  public void open(
      AccountId account, List<Money> balances, List<Instrument> instruments, EventSink reports) {
    state.contracts.requireFits(account, rules.margin().terms());
    publisher.join(account, reports);
    instruments.forEach(instrument -> listings.list(instrument, time()));
    if (!state.wallets.containsKey(account)) {
      Wallet wallet = state.wallet(account);
      balances.forEach(wallet::add);
      step.opened = true;
    }
    listings.adoptAll();
    step.reports.clear();
    step.reports.add(new ConnectionChanged(account, true, "The simulated venue is open.", time()));
    MarginTerms terms = rules.margin().terms();
    if (terms != null) {
      step.reports.add(new AccountEvent.Terms(account, terms, time()));
    }
    commit();
  }

  /** Market data that was not seen before; older positions are known already. */
  public void onMarket(MarketEvent event, long position, long now) {
    if (down || position <= state.position) {
      return;
    }
    arriveUntil(now);
    advance(now);
    Book book = state.bookOf(event.instrument());
    if (book == null || !book.instrument.equals(event.instrument())) {
      book = listings.list(event.instrument(), state.time);
    }
    state.position = position;
    if (keeper.keepsMarket()) {
      step.touch(book);
    }
    if (listings.sameScale(book, event.instrument())) {
      if (keeper.keepsMarket() && event instanceof BookEvent said) {
        step.change(book, said);
      }
      contract(book, event);
      reactions.apply(book, event, state.time);
      if (!book.instrument.isSpot()) {
        liquidations.check(book, event instanceof Bar bar ? bar : null, state.time);
      }
    }
    commit();
  }

  /** What the data says of a contract beside its market. */
  private void contract(Book book, MarketEvent event) {
    if (event instanceof MarkPrice mark) {
      book.market.mark = mark.mark();
    } else if (event instanceof FundingRate rate && !book.instrument.isSpot()) {
      funding.charge(book, rate, state.time);
    }
  }

  /** Lets commands arrive that are due. */
  public void doWork(long now) {
    if (!down) {
      arriveUntil(now);
      advance(now);
    }
  }

  /**
   * When the next command arrives or the next order ends by itself, {@link Long#MAX_VALUE} if
   * nothing is to come.
   */
  public long nextDeadline() {
    return down ? Long.MAX_VALUE : Math.min(funding.next(), Math.min(nextArrival(), nextExpiry()));
  }

  private long nextArrival() {
    return state.pending.isEmpty() ? Long.MAX_VALUE : state.pending.getFirst().arrivesAt();
  }

  private long nextExpiry() {
    VenueOrder next = state.nextExpiring();
    return next == null ? Long.MAX_VALUE : next.expiresAt;
  }

  /** Takes a command on its way; false if there is no room for it, or no way to remember it. */
  public boolean take(ExchangeCommand command) {
    long last = state.pending.isEmpty() ? Long.MIN_VALUE : state.pending.getLast().arrivesAt();
    long way = rules.latency().of(Pending.kindOf(command));
    long arrivesAt = Math.max(last, Math.addExact(command.decidedAt(), way));
    OrderSpec wanted = Sides.wanted(command.order(), rules.margin().terms());
    Pending pending = Pending.of(state.nextCommand, command, wanted, arrivesAt);
    int room = pending.kind() == Pending.Kind.SUBMIT ? MAX_PENDING : 2 * MAX_PENDING;
    if (down || state.pending.size() >= room || !keeper.takes(pending.kind())) {
      return false;
    }
    state.nextCommand++;
    state.pending.add(pending);
    step.taken.add(pending);
    advance(command.decidedAt());
    commit();
    arriveUntil(state.time);
    return !down;
  }

  /** Reports an account's open orders, balances, and fills since a time. */
  public void report(AccountId account, long since) {
    List<OrderReport.Status> open =
        state.open(account).stream().map(order -> Arrivals.statusOf(order, time())).toList();
    List<Fill> fills = state.fillsSince(account, since);
    List<Balance> held = state.wallet(account).held();
    publisher.send(
        new AccountEvent.MassReport(
            account,
            open,
            fills,
            held,
            time(),
            time(),
            state.contracts.madeSince(account, since),
            state.contracts.flowsSince(account, since),
            described(account),
            rules.margin().terms() == null ? null : state.contracts.reported(account)));
    publisher.flush();
  }

  private List<AccountEvent.Described> described(AccountId account) {
    return state.open(account).stream()
        .map(order -> new AccountEvent.Described(order.id, wanted(order)))
        .toList();
  }

  /** The venue's own names of both sides mean nothing to a trader. */
  private static OrderSpec wanted(VenueOrder order) {
    OrderChange terms = order.terms();
    OrderSpec spec = terms == null ? order.spec : terms.applied(order.spec);
    return spec.forPosition(PositionId.NETTED);
  }

  /** The newest version of every listed instrument. */
  public List<Instrument> instruments() {
    return state.books.stream().map(book -> book.instrument).toList();
  }

  /** Whether an instrument is listed. */
  public boolean lists(InstrumentId instrument) {
    return state.book(instrument) != null;
  }

  /** The last feed position that was matched. */
  public long position() {
    return state.position;
  }

  /** The venue's clock: the latest time it was told, 0 before the first. */
  public long time() {
    return Math.max(0, state.time);
  }

  /** All balances of an account, zero ones included. */
  public List<Balance> balances(AccountId account) {
    return state.wallet(account).all();
  }

  /**
   * Ends an account's reports; its orders stay. The last one to leave writes down where the venue
   * stands.
   */
  public void leave(AccountId account) {
    publisher.leave(account);
    if (!down && publisher.isEmpty()) {
      keeper.finish(state);
    }
  }

  /**
   * Moves money in or out without a trade; false if more would leave than is free, or the venue is
   * down.
   */
  public boolean transfer(AccountId account, Money amount, long now) {
    doWork(now);
    Money left = state.wallet(account).balance(amount.currency()).free().plus(amount);
    if (down || left.signum() < 0) {
      return false;
    }
    settlement.flow(account, amount.signum() < 0 ? "withdrawal" : "deposit", amount, state.time);
    commit();
    return true;
  }

  /** Whether no account is open. */
  public boolean isDeserted() {
    return publisher.isEmpty();
  }

  private void arriveUntil(long now) {
    while (nextDeadline() <= now) {
      if (funding.next() <= Math.min(nextArrival(), nextExpiry())) {
        fund();
        continue;
      }
      if (nextExpiry() <= nextArrival()) {
        expireNext();
        continue;
      }
      Pending command = state.pending.removeFirst();
      step.arrivedThrough = command.number();
      advance(command.arrivesAt());
      arrivals.arrive(command);
      commit();
    }
  }

  private void fund() {
    long time = funding.next();
    advance(time);
    funding.pay(time);
    commit();
  }

  private void expireNext() {
    VenueOrder order = Objects.requireNonNull(state.nextExpiring());
    Book book = Objects.requireNonNull(state.book(order.instrument.id()));
    advance(order.expiresAt);
    endings.expired(book, order, order.expiresAt);
    commit();
  }

  private void advance(long now) {
    state.time = Math.max(state.time, now);
  }

  private void commit() {
    if (step.reports.isEmpty() && step.isMarketOnly() && !keeper.keepsMarket()) {
      return;
    }
    if (!step.positions.isEmpty()) {
      funding.begin(state.time);
    }
    try {
      reportBalances();
      keeper.keep(state, step);
      step.reports.forEach(publisher::send);
    } catch (StoreException e) {
      down = true;
      publisher.lost(String.valueOf(e.getMessage()), time());
    }
    endStep();
    publisher.flush();
  }

  private void endStep() {
    if (!step.isMarketOnly()) {
      state.forgetBefore(state.time - rules.history());
    }
    step.clear();
    state.wallets.values().forEach(Wallet::endStep);
  }

  /** Whoever was filled hears the balances that follow from it. */
  private void reportBalances() {
    for (Map.Entry<AccountId, Wallet> entry : state.wallets.entrySet()) {
      AccountId account = entry.getKey();
      if (step.fills.stream().anyMatch(fill -> fill.account().equals(account))) {
        step.reports.add(
            new AccountEvent.Balances(account, entry.getValue().touched(), state.time));
      }
    }
  }
}
