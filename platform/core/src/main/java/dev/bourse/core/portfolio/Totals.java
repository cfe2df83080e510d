package dev.bourse.core.portfolio;

import dev.bourse.api.model.Currency;
import dev.bourse.api.model.Money;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sums of money, one per currency; nearly always there is one. Not thread-safe. */
public final class Totals {
  private final List<Sum> sums = new ArrayList<>(1);

  /** Adds an amount to the sum of its currency. */
  public void add(Money amount) {
    if (amount.signum() != 0) {
      sum(amount.currency()).add(amount);
    }
  }

  /** Takes an amount from the sum of its currency. */
  public void subtract(Money amount) {
    if (amount.signum() != 0) {
      sum(amount.currency()).subtract(amount);
    }
  }

  /** The sum of a currency. */
  public Money of(Currency currency) {
    Sum sum = find(currency);
    return sum == null ? currency.zero() : sum.value();
  }

  private Sum sum(Currency currency) {
    Sum known = find(currency);
    if (known != null) {
      return known;
    }
    Sum made = new Sum(currency);
    sums.add(made);
    return made;
  }

  private @Nullable Sum find(Currency currency) {
    for (int i = 0; i < sums.size(); i++) {
      Sum sum = sums.get(i);
      if (sum.currency().equals(currency)) {
        return sum;
      }
    }
    return null;
  }
}
