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
  private final Map<PositionKey, Integer> rows = new TreeMap<>();
  private final Map<CashKey, Balance> cash = new TreeMap<>();

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
    Money before =
        balance(account, amount.currency()).map(Balance::total).orElse(amount.currency().zero());
    total(account, before.plus(amount));
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
    add(fill.account(), buy ? fill.notional().negate() : fill.notional());
    if (fill.fee().signum() != 0) {
      add(fill.account(), fill.fee().negate());
    }
    return after;
  }

  /** The position of a key, flat if there was none. */
  public Position position(PositionKey key, Instrument instrument) {
    Integer row = rows.get(key);
    return row == null
        ? Position.flat(key.account(), key.strategy(), instrument)
        : positions.get(row);
  }

  /** Puts a position as it was saved. */
  public void put(PositionKey key, Position position) {
    Integer row = rows.get(key);
    if (row == null) {
      rows.put(key, positions.add(position));
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
    return rows.values().stream().map(positions::get).filter(p -> !p.isFlat()).toList();
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
