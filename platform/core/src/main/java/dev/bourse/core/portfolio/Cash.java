package dev.bourse.core.portfolio;

import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.Balance;
import dev.bourse.api.model.Currency;
import dev.bourse.api.model.Money;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What accounts have of each currency, and how much of it is reserved. Not thread-safe. */
final class Cash {
  private record Key(AccountId account, String currency) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      int byAccount = account.compareTo(other.account);
      return byAccount != 0 ? byAccount : currency.compareTo(other.currency);
    }
  }

  /** One purse: one currency of one account. */
  private static final class Purse {
    private final AccountId account;
    private final String currency;
    private Sum total;
    private final Sum reserved;
    private @Nullable Balance known;

    Purse(Key key, Currency currency) {
      this.account = key.account();
      this.currency = key.currency();
      this.total = new Sum(currency);
      this.reserved = new Sum(currency);
    }

    /** Asked for more often than it changes. */
    Balance balance() {
      Balance now = known;
      if (now == null) {
        now = new Balance(total.value(), reserved.value());
        known = now;
      }
      return now;
    }

    void total(Money amount) {
      total = new Sum(amount.currency());
      add(amount);
    }

    void add(Money amount) {
      total.add(amount);
      known = null;
    }

    void subtract(Money amount) {
      total.subtract(amount);
      known = null;
    }

    void reserve(Money amount) {
      reserved.add(amount);
      known = null;
    }

    void release(Money amount) {
      reserved.subtract(amount);
      known = null;
    }
  }

  private static final int RECENT = 4;

  private final Map<Key, Purse> purses = new TreeMap<>();
  private final @Nullable Purse[] recent = new Purse[RECENT];
  private List<AccountId> accounts = List.of();
  private int turn;

  boolean knows(AccountId account) {
    return accounts.contains(account);
  }

  void total(AccountId account, Money total) {
    purse(account, total.currency()).total(total);
  }

  void add(AccountId account, Money amount) {
    purse(account, amount.currency()).add(amount);
  }

  void subtract(AccountId account, Money amount) {
    purse(account, amount.currency()).subtract(amount);
  }

  void reserve(AccountId account, Money amount) {
    purse(account, amount.currency()).reserve(amount);
  }

  void release(AccountId account, Money amount) {
    purse(account, amount.currency()).release(amount);
  }

  @Nullable Balance balance(AccountId account, Currency currency) {
    Purse purse = find(account, currency.code());
    return purse == null ? null : purse.balance();
  }

  List<Balance> balances(AccountId account) {
    return purses.values().stream()
        .filter(purse -> purse.account.equals(account))
        .map(Purse::balance)
        .toList();
  }

  List<AccountId> accounts() {
    return accounts;
  }

  private Purse purse(AccountId account, Currency currency) {
    Purse known = find(account, currency.code());
    if (known != null) {
      return known;
    }
    Key key = new Key(account, currency.code());
    Purse made = new Purse(key, currency);
    purses.put(key, made);
    accounts = purses.keySet().stream().map(Key::account).distinct().toList();
    return made;
  }

  /** The same few are asked for again and again. */
  private @Nullable Purse find(AccountId account, String currency) {
    for (Purse purse : recent) {
      if (purse != null && purse.currency.equals(currency) && purse.account.equals(account)) {
        return purse;
      }
    }
    Purse purse = purses.get(new Key(account, currency));
    if (purse != null) {
      recent[turn] = purse;
      turn = (turn + 1) % RECENT;
    }
    return purse;
  }
}
