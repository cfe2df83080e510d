package dev.bourse.core.portfolio;

import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.Balance;
import dev.bourse.api.model.Currency;
import dev.bourse.api.model.Exposure;
import dev.bourse.api.model.Fill;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.model.MarginTerms;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.Position;
import dev.bourse.api.model.PositionId;
import dev.bourse.api.model.PositionSide;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Side;
import dev.bourse.api.model.StrategyId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Positions and cash. Cash starts with what the venue reported first and then follows our own
 * fills, fees and flows; later reports are compared with it, never silently taken. Not thread-safe.
 */
public final class Portfolio {
  /** What {@link #row} says of a key that was never held. */
  public static final int NO_ROW = -1;

  private final Holdings holdings = new Holdings();
  private final Cash cash = new Cash();
  private final FeeBook fees = new FeeBook();
  private final FlowBook flows = new FlowBook();
  private final VenuePositions venue = new VenuePositions();
  private final MarginBook margins = new MarginBook(venue);

  /** Whether the account's first balances are known. */
  public boolean knows(AccountId account) {
    return cash.knows(account);
  }

  /** Sets what the account has in one currency; what is reserved stays. */
  public void total(AccountId account, Money total) {
    cash.total(account, total);
  }

  /** Adds to what the account has. */
  public void add(AccountId account, Money amount) {
    cash.add(account, amount);
  }

  /** Money that came or went without a trade. */
  public void flow(FlowBook.Flowed flowed) {
    cash.add(flowed.account(), flowed.amount());
    flows.put(flowed);
  }

  /** What flowed so far. */
  public FlowBook flows() {
    return flows;
  }

  /** The account holds contracts on these terms. */
  public void terms(AccountId account, MarginTerms terms) {
    margins.terms(account, terms);
  }

  /** The terms of a margin account; empty for a cash account. */
  public Optional<MarginTerms> terms(AccountId account) {
    return margins.terms(account);
  }

  /** Adds to what is reserved, as it was saved. */
  public void reserve(AccountId account, Money amount) {
    if (amount.signum() != 0) {
      cash.reserve(account, amount);
    }
  }

  /** Adds an order to what is reserved: its cost on spot, its worth on contracts. */
  public void reserve(Order order, Money amount) {
    if (amount.signum() != 0 && order.spec().instrument().isSpot()) {
      cash.reserve(order.account(), amount);
    } else if (amount.signum() != 0) {
      margins.reserve(order, amount);
    }
  }

  /** Takes an order from what is reserved. */
  public void release(Order order, Money amount) {
    if (amount.signum() != 0 && order.spec().instrument().isSpot()) {
      cash.release(order.account(), amount);
    } else if (amount.signum() != 0) {
      margins.release(order, amount);
    }
  }

  /** The terms of all margin accounts, by account. */
  public Map<AccountId, MarginTerms> allTerms() {
    return margins.terms();
  }

  /** The currencies in which an account's contracts are settled, by code. */
  public List<Currency> settlements(AccountId account) {
    return margins.settlements(account);
  }

  /**
   * What an account holds and orders of the contracts that are settled in a currency; empty if
   * something is held whose price is not known.
   */
  public Optional<List<Exposure>> exposures(
      AccountId account, Currency settlement, Function<InstrumentId, Optional<Price>> prices) {
    return margins.exposures(account, settlement, holdings::at, prices);
  }

  /** Counts a fill into the only position of an owner. */
  public void apply(StrategyId strategy, Fill fill, Money notional) {
    Money ours = book(strategy, PositionId.NETTED, fill, notional);
    settle(fill, notional, PositionSide.FLAT, ours);
  }

  /**
   * Counts a fill, or a part of one, into one position and pays its fee; the rest of the cash moves
   * by {@link #settle}, once for the whole fill. Returns what the position realized.
   */
  public Money book(StrategyId strategy, PositionId id, Fill fill, Money notional) {
    Instrument instrument = fill.instrument();
    Position before = position(fill.account(), strategy, instrument, id);
    Position after = before.after(fill, notional);
    if (!instrument.isSpot()) {
      share(before);
    }
    put(after);
    charge(strategy, fill);
    return after.realized().minus(before.realized());
  }

  /** Pays the fee of a fill. */
  public void charge(StrategyId strategy, Fill fill) {
    InstrumentId instrument = fill.instrument().id();
    if (fill.fee().signum() != 0) {
      cash.subtract(fill.account(), fill.fee());
      fees.add(
          new PositionKey(fill.account(), strategy, instrument), fill.instrument(), fill.fee());
    }
  }

  /** A second position of ours in one contract of an account: from here on the venue's differs. */
  private void share(Position before) {
    AccountId account = before.account();
    InstrumentId instrument = before.instrument().id();
    if (before.fills() > 0 || venue.isShared(account, instrument)) {
      return;
    }
    List<Position> ours = margins.held(account, instrument, holdings::at);
    if (!ours.isEmpty()) {
      venue.begin(account, before.instrument(), ours, isHedged(account));
    }
  }

  /**
   * Moves the cash of a fill whose parts were booked.
   *
   * @param side for which side of a contract its order was, where the account is hedged
   * @param ours what our positions realized by it
   */
  public void settle(Fill fill, Money notional, PositionSide side, Money ours) {
    Instrument instrument = fill.instrument();
    if (instrument.isSpot()) {
      exchange(fill, notional);
      return;
    }
    if (venue.isShared(fill.account(), instrument.id())) {
      PositionId id = VenuePositions.of(isHedged(fill.account()), side);
      paid(fill.account(), venue.count(fill, notional, id), ours);
    } else {
      cash.add(fill.account(), ours);
    }
  }

  private void paid(AccountId account, Money amount, Money ours) {
    cash.add(account, amount);
    venue.setOff(account, amount.minus(ours));
  }

  private boolean isHedged(AccountId account) {
    return margins.isHedged(account);
  }

  /** What venues hold of contracts of which we have several positions. */
  public VenuePositions venue() {
    return venue;
  }

  /** On spot both currencies change hands; of contracts only what was realized does. */
  private void exchange(Fill fill, Money notional) {
    Money base = CashMoves.base(fill);
    if (fill.side() == Side.BUY) {
      cash.add(fill.account(), base);
      cash.subtract(fill.account(), notional);
    } else {
      cash.subtract(fill.account(), base);
      cash.add(fill.account(), notional);
    }
  }

  /** Puts the truth in the place of what was reckoned for an execution. */
  public void correct(Order order, FillCorrection correction) {
    Fill fill = correction.fill();
    InstrumentId instrument = fill.instrument().id();
    PositionKey key = new PositionKey(fill.account(), order.strategy(), instrument);
    Position before = position(key.with(order.spec().position()), fill.instrument());
    Position after = correction.apply(before);
    put(after);
    if (fill.instrument().isSpot()) {
      add(fill.account(), correction.cash());
    } else {
      Money ours = after.realized().minus(before.realized());
      PositionId id = VenuePositions.of(isHedged(fill.account()), order.positionSide());
      boolean shared = venue.isShared(fill.account(), instrument);
      paid(fill.account(), shared ? venue.correct(correction, id) : ours, ours);
    }
    correctFee(key, correction);
  }

  /** The same for an execution on spot that is in no position. */
  public void correctBalances(Order order, FillCorrection correction) {
    Fill fill = correction.fill();
    add(fill.account(), correction.cash());
    correctFee(
        new PositionKey(fill.account(), order.strategy(), fill.instrument().id()), correction);
  }

  private void correctFee(PositionKey key, FillCorrection correction) {
    Fill fill = correction.fill();
    add(fill.account(), correction.reckonedFee());
    add(fill.account(), correction.fee().negate());
    fees.add(key, fill.instrument(), correction.reckonedFee().negate());
    fees.add(key, fill.instrument(), correction.fee());
  }

  /** What was paid in other currencies than the quote. */
  public FeeBook fees() {
    return fees;
  }

  /** The position of a key, flat if there was none. */
  public Position position(PositionKey key, Instrument instrument) {
    return position(key.account(), key.strategy(), instrument, key.position());
  }

  /** The position of an owner that has no name, flat if there was none. */
  public Position position(AccountId account, StrategyId strategy, Instrument instrument) {
    return position(account, strategy, instrument, PositionId.NETTED);
  }

  /** A position of an owner, flat if there was none. */
  public Position position(
      AccountId account, StrategyId strategy, Instrument instrument, PositionId id) {
    return holdings.of(account, strategy, instrument, id);
  }

  /** How much an owner holds in all positions, long and short added up. */
  public Quantity held(AccountId account, StrategyId strategy, Instrument instrument) {
    return position(account, strategy, instrument)
        .quantity()
        .plus(holdings.inNamed(account, strategy, instrument));
  }

  /** How many names an owner ever had of an instrument. */
  public long names(PositionKey owner) {
    return holdings.named().stream()
        .filter(each -> each.with(PositionId.NETTED).equals(owner.with(PositionId.NETTED)))
        .count();
  }

  /** Whether an account ever had a named position of an instrument. */
  public boolean isHedged(AccountId account, InstrumentId instrument) {
    return holdings.hasNamed(account, instrument);
  }

  /** The row of a key, {@link #NO_ROW} if it was never held; once given it stays. */
  public int row(PositionKey key) {
    return holdings.row(key);
  }

  /** How many keys were ever held: a key without a row gets one only when this rises. */
  public int held() {
    return holdings.end();
  }

  /** The position in a row. */
  public Position at(int row) {
    return holdings.at(row);
  }

  /** Puts a position after a fill, or as it was saved. */
  public void put(Position position) {
    int before = holdings.end();
    holdings.put(position);
    if (holdings.end() > before && !position.instrument().isSpot()) {
      margins.hold(position, before);
    }
  }

  /**
   * Forgets a named position that is flat: what it earned and paid counts with the owner's position
   * without a name from here on. Does nothing to one that is held.
   */
  public void forget(PositionKey key) {
    int row = holdings.row(key);
    if (row == NO_ROW || !key.position().isNamed() || !holdings.at(row).isFlat()) {
      return;
    }
    Position past = holdings.at(row);
    margins.forget(past, row);
    holdings.remove(key);
    put(withPast(position(key.account(), key.strategy(), past.instrument()), past));
  }

  /** Its fills stay its own: by them a position that began is told from one that did not. */
  private static Position withPast(Position position, Position past) {
    return new Position(
        position.account(),
        position.strategy(),
        position.instrument(),
        position.side(),
        position.quantity(),
        position.cost(),
        position.realized().plus(past.realized()),
        position.fees().plus(past.fees()),
        position.fills(),
        position.id());
  }

  /** The named positions ever held and not forgotten. */
  public List<PositionKey> named() {
    return holdings.named();
  }

  /** What the positions of a strategy cost, in one currency. */
  public Money cost(UserKey user, Currency currency) {
    return holdings.cost(user, currency);
  }

  /** All positions ever held, in order of first fill. */
  public List<Position> positions() {
    return holdings.all();
  }

  /** Positions that are not flat, by account, instrument, strategy and name; walked once. */
  public List<Position> open() {
    return holdings.open();
  }

  /** The balance of a currency; empty if never heard of. */
  public Optional<Balance> balance(AccountId account, Currency currency) {
    return Optional.ofNullable(cash.balance(account, currency));
  }

  /** All balances of an account by currency. */
  public List<Balance> balances(AccountId account) {
    return cash.balances(account);
  }

  /** All accounts that have a balance. */
  public List<AccountId> accounts() {
    return cash.accounts();
  }
}
