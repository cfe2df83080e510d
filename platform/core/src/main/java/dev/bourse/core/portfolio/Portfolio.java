package dev.bourse.core.portfolio;

import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.Balance;
import dev.bourse.api.model.Currency;
import dev.bourse.api.model.Fill;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Position;
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

/**
 * Positions and cash. Cash starts with what the venue reported first and then follows our own
 * fills, fees and flows; later reports are compared with it, never silently taken. Not thread-safe.
 */
public final class Portfolio {
  private record CashKey(AccountId account, String currency) implements Comparable<CashKey> {
    @Override
    public int compareTo(CashKey other) {
      int byAccount = account.compareTo(other.account);
      return byAccount != 0 ? byAccount : currency.compareTo(other.currency);
    }
  }

  private final CowTable<Position> positions = new CowTable<>();

  /** What {@link #row} says of a key that was never held. */
  public static final int NO_ROW = -1;

  private final Map<PositionKey, Integer> rows = new TreeMap<>();
  private final Map<PositionKey, Integer> index = new HashMap<>();
  private final Map<CashKey, Balance> cash = new TreeMap<>();
  private final FeeBook fees = new FeeBook();

  /** Whether the account's first balances are known. */
  public boolean knows(AccountId account) {
    return cash.keySet().stream().anyMatch(key -> key.account().equals(account));
  }

  /** Sets what the account has in one currency; what is reserved stays. */
  public void total(AccountId account, Money total) {
    CashKey key = new CashKey(account, total.currency().code());
    Balance before = cash.get(key);
    cash.put(key, new Balance(total, before == null ? total.currency().zero() : before.reserved()));
  }

  /** Adds to what the account has. */
  public void add(AccountId account, Money amount) {
    CashKey key = new CashKey(account, amount.currency().code());
    Balance before = cash.get(key);
    cash.put(
        key,
        before == null
            ? new Balance(amount, amount.currency().zero())
            : new Balance(before.total().plus(amount), before.reserved()));
  }

  /** Adds to what is reserved; negative releases. */
  public void reserve(AccountId account, Money amount) {
    if (amount.signum() == 0) {
      return;
    }
    CashKey key = new CashKey(account, amount.currency().code());
    Balance before = cash.get(key);
    Money zero = amount.currency().zero();
    cash.put(
        key,
        before == null
            ? new Balance(zero, amount)
            : new Balance(before.total(), before.reserved().plus(amount)));
  }

  /** Counts a fill into position and cash; returns the position after it. */
  public Position apply(StrategyId strategy, Fill fill) {
    PositionKey key = new PositionKey(fill.account(), strategy, fill.instrument().id());
    Position after = PositionMath.apply(position(key, fill.instrument()), fill);
    put(key, after);
    boolean buy = fill.side() == Side.BUY;
    Instrument instrument = fill.instrument();
    Quantities quantities = new Quantities(instrument);
    Money base = quantities.money(fill.quantity());
    add(fill.account(), buy ? base : base.negate());
    Money notional = fill.notional();
    add(fill.account(), buy ? notional.negate() : notional);
    if (fill.fee().signum() != 0) {
      add(fill.account(), fill.fee().negate());
      fees.add(key, instrument, fill.fee());
    }
    return after;
  }

  /** Puts the truth in the place of what was reckoned for an execution. */
  public void correct(StrategyId strategy, FillCorrection correction) {
    Fill fill = correction.fill();
    PositionKey key = new PositionKey(fill.account(), strategy, fill.instrument().id());
    put(key, correction.apply(position(key, fill.instrument())));
    add(fill.account(), correction.cash());
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
    Integer row = index.get(key);
    return row == null
        ? Position.flat(key.account(), key.strategy(), instrument)
        : positions.get(row);
  }

  /** The row of a key, {@link #NO_ROW} if it was never held; once given it stays. */
  public int row(PositionKey key) {
    return index.getOrDefault(key, NO_ROW);
  }

  /** How many keys were ever held: a key without a row gets one only when this rises. */
  public int held() {
    return positions.end();
  }

  /** The position in a row. */
  public Position at(int row) {
    return positions.get(row);
  }

  /** Puts a position as it was saved. */
  public void put(PositionKey key, Position position) {
    Integer row = index.get(key);
    if (row == null) {
      int added = positions.add(position);
      index.put(key, added);
      rows.put(key, added);
    } else {
      positions.set(row, position);
    }
  }

  /** All positions ever held, in order of first fill. */
  public List<Position> positions() {
    return positions.root();
  }

  /** Positions that are not flat, in order of account, instrument and strategy. */
  public List<Position> open() {
    List<Position> open = new ArrayList<>();
    for (int row : rows.values()) {
      Position position = positions.get(row);
      if (!position.isFlat()) {
        open.add(position);
      }
    }
    return Collections.unmodifiableList(open);
  }

  /** The balance of a currency; empty if never heard of. */
  public Optional<Balance> balance(AccountId account, Currency currency) {
    return Optional.ofNullable(cash.get(new CashKey(account, currency.code())));
  }

  /** All balances of an account by currency. */
  public List<Balance> balances(AccountId account) {
    return cash.entrySet().stream()
        .filter(entry -> entry.getKey().account().equals(account))
        .map(Map.Entry::getValue)
        .toList();
  }

  /** All accounts that have a balance. */
  public List<AccountId> accounts() {
    return cash.keySet().stream().map(CashKey::account).distinct().toList();
  }
}
