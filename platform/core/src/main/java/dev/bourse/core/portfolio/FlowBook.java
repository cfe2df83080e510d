package dev.bourse.core.portfolio;

import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Money that came or went without a trade, summed per account, kind and currency. */
public final class FlowBook {
  /**
   * What flowed on one account, of one kind, in one currency.
   *
   * @param account the account
   * @param kind the kind, as the venue's events name it
   * @param amount the sum, negative for what was paid
   */
  public record Flowed(AccountId account, String kind, Money amount) {}

  private record Key(AccountId account, String kind, String currency) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      int order = account.compareTo(other.account);
      order = order != 0 ? order : kind.compareTo(other.kind);
      return order != 0 ? order : currency.compareTo(other.currency);
    }
  }

  private final Map<Key, Money> sums = new TreeMap<>();

  /** Adds a flow, or what was saved. */
  public void put(Flowed flowed) {
    Money amount = flowed.amount();
    Key key = new Key(flowed.account(), flowed.kind(), amount.currency().code());
    sums.merge(key, amount, Money::plus);
  }

  /** All sums, by account, kind and currency. */
  public List<Flowed> all() {
    List<Flowed> all = new ArrayList<>();
    sums.forEach((key, sum) -> all.add(new Flowed(key.account(), key.kind(), sum)));
    return all;
  }
}
