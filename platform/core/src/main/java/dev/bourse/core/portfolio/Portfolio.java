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
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Side;
import dev.bourse.api.model.StrategyId;
import dev.bourse.core.table.CowTable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Positions and cash. Cash starts with what the venue reported first and then follows our own
 * fills, fees and flows; later reports are compared with it, never silently taken. Not thread-safe.
 */
public final class Portfolio {
  /** What {@link #row} says of a key that was never held. */
  public static final int NO_ROW = -1;

  /** Where a position stands, and what its user's positions cost together. */
  private record Holding(PositionKey key, int row, Totals costs) {}

  private final CowTable<Position> positions = new CowTable<>();
  private final Map<PositionKey, Holding> sorted = new TreeMap<>();
  private final Map<PositionKey, Holding> index = new HashMap<>();
  private final Map<UserKey, Totals> costs = new HashMap<>();
  private final Cash cash = new Cash();
  private final FeeBook fees = new FeeBook();
  private final FlowBook flows = new FlowBook();
  private final MarginBook margins = new MarginBook();
  private @Nullable Holding last;

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
    return margins.exposures(account, settlement, positions::get, prices);
  }

  /** Counts a fill of the given worth into position and cash; returns the position after it. */
  public Position apply(StrategyId strategy, Fill fill, Money notional) {
    Instrument instrument = fill.instrument();
    Position before = position(fill.account(), strategy, instrument);
    Position after = before.after(fill, notional);
    put(after);
    if (instrument.isSpot()) {
      exchange(fill, notional);
    } else {
      cash.add(fill.account(), after.realized().minus(before.realized()));
    }
    if (fill.fee().signum() != 0) {
      cash.subtract(fill.account(), fill.fee());
      fees.add(new PositionKey(fill.account(), strategy, instrument.id()), instrument, fill.fee());
    }
    return after;
  }

  /** On spot both currencies change hands; of contracts only what was realized does. */
  private void exchange(Fill fill, Money notional) {
    Money base = new Quantities(fill.instrument()).money(fill.quantity());
    if (fill.side() == Side.BUY) {
      cash.add(fill.account(), base);
      cash.subtract(fill.account(), notional);
    } else {
      cash.subtract(fill.account(), base);
      cash.add(fill.account(), notional);
    }
  }

  /** Puts the truth in the place of what was reckoned for an execution. */
  public void correct(StrategyId strategy, FillCorrection correction) {
    Fill fill = correction.fill();
    PositionKey key = new PositionKey(fill.account(), strategy, fill.instrument().id());
    Position before = position(key, fill.instrument());
    Position after = correction.apply(before);
    put(after);
    add(
        fill.account(),
        fill.instrument().isSpot() ? correction.cash() : after.realized().minus(before.realized()));
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
    return position(key.account(), key.strategy(), instrument);
  }

  /** The position of an owner, flat if there was none. */
  public Position position(AccountId account, StrategyId strategy, Instrument instrument) {
    Holding holding = find(account, strategy, instrument.id());
    return holding == null
        ? Position.flat(account, strategy, instrument)
        : positions.get(holding.row());
  }

  private @Nullable Holding find(AccountId account, StrategyId strategy, InstrumentId instrument) {
    Holding known = last;
    if (known != null
        && known.key().instrument().equals(instrument)
        && known.key().strategy().equals(strategy)
        && known.key().account().equals(account)) {
      return known;
    }
    Holding found = index.get(new PositionKey(account, strategy, instrument));
    last = found == null ? known : found;
    return found;
  }

  /** The row of a key, {@link #NO_ROW} if it was never held; once given it stays. */
  public int row(PositionKey key) {
    Holding holding = index.get(key);
    return holding == null ? NO_ROW : holding.row();
  }

  /** How many keys were ever held: a key without a row gets one only when this rises. */
  public int held() {
    return positions.end();
  }

  /** The position in a row. */
  public Position at(int row) {
    return positions.get(row);
  }

  /** Puts a position after a fill, or as it was saved. */
  public void put(Position position) {
    Holding holding = find(position.account(), position.strategy(), position.instrument().id());
    if (holding == null) {
      PositionKey key =
          new PositionKey(position.account(), position.strategy(), position.instrument().id());
      UserKey user = new UserKey(key.account(), key.strategy());
      Totals sums = costs.computeIfAbsent(user, each -> new Totals());
      holding = new Holding(key, positions.add(position), sums);
      index.put(key, holding);
      sorted.put(key, holding);
      if (!position.instrument().isSpot()) {
        margins.hold(position, holding.row());
      }
    } else {
      holding.costs().subtract(positions.get(holding.row()).cost());
      positions.set(holding.row(), position);
    }
    holding.costs().add(position.cost());
  }

  /** What the positions of a strategy cost, in one currency. */
  public Money cost(UserKey user, Currency currency) {
    Totals sums = costs.get(user);
    return sums == null ? currency.zero() : sums.of(currency);
  }

  /** All positions ever held, in order of first fill. */
  public List<Position> positions() {
    return positions.root();
  }

  /** Positions that are not flat, in order of account, instrument and strategy: a walk. */
  public List<Position> open() {
    List<Position> open = new ArrayList<>();
    for (Holding holding : sorted.values()) {
      Position position = positions.get(holding.row());
      if (!position.isFlat()) {
        open.add(position);
      }
    }
    return Collections.unmodifiableList(open);
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
