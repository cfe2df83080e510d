package dev.bourse.exchange.simulated.venue;

import dev.bourse.api.model.Balance;
import dev.bourse.api.model.Currency;
import dev.bourse.api.model.Money;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One account's balances, by currency code. Never below zero, never reserved beyond what is there.
 */
final class Wallet {
  private final Map<String, Balance> balances = new TreeMap<>();
  private final TreeSet<String> touched = new TreeSet<>();

  Balance balance(Currency currency) {
    Balance balance = balances.get(currency.code());
    return balance != null ? balance : new Balance(currency.zero(), currency.zero());
  }

  /** What is free of a currency, or null if the account never had any. */
  @Nullable Money free(String code) {
    Balance balance = balances.get(code);
    return balance == null ? null : balance.free();
  }

  void put(Balance balance) {
    balances.put(balance.currency().code(), balance);
    touched.add(balance.currency().code());
  }

  void add(Money amount) {
    Balance old = balance(amount.currency());
    put(new Balance(old.total().plus(amount), old.reserved()));
  }

  /** Changes what is reserved; a negative amount gives it free. */
  void reserve(Money change) {
    if (change.signum() != 0) {
      Balance old = balance(change.currency());
      put(new Balance(old.total(), old.reserved().plus(change)));
    }
  }

  /** Keeps a currency's balance in the decimals that an instrument says it has. */
  void adopt(Currency currency) {
    Balance old = balances.get(currency.code());
    if (old != null && old.currency().decimals() != currency.decimals()) {
      put(new Balance(rescaled(old.total(), currency), rescaled(old.reserved(), currency)));
    }
  }

  /** All that are not zero. */
  List<Balance> held() {
    return balances.values().stream().filter(each -> each.total().signum() != 0).toList();
  }

  List<Balance> all() {
    return List.copyOf(balances.values());
  }

  /** The balances that the present step changed. */
  List<Balance> touched() {
    List<Balance> changed = new ArrayList<>(touched.size());
    for (String code : touched) {
      Balance balance = balances.get(code);
      if (balance != null) {
        changed.add(balance);
      }
    }
    return changed;
  }

  void endStep() {
    touched.clear();
  }

  private static Money rescaled(Money money, Currency currency) {
    return new Money(
        money.raw().rescaled(money.currency().decimals(), currency.decimals(), RoundingMode.DOWN),
        currency);
  }
}
