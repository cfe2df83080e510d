package dev.bourse.control.shell.text;

import dev.bourse.api.model.Money;
import java.util.Collection;
import java.util.List;

/**
 * Amounts that depend on a price: rounded for people, exact for scripts.
 *
 * @param amounts one per currency
 */
public record Estimate(List<Money> amounts) {
  /** Keeps its own copy of the list. */
  public Estimate {
    amounts = List.copyOf(amounts);
  }

  /** Of one amount. */
  public static Estimate of(Money amount) {
    return new Estimate(List.of(amount));
  }

  /** Of several amounts. */
  public static Estimate of(Collection<Money> amounts) {
    return new Estimate(List.copyOf(amounts));
  }

  /** All digits, for scripts. */
  String exact() {
    return Display.money(amounts);
  }

  /** About seven digits, for people. */
  @Override
  public String toString() {
    return Display.estimate(amounts);
  }
}
