package dev.bourse.core.portfolio;

import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Fees in other currencies than that of settlement, summed per owner and currency. Not thread-safe.
 */
public final class FeeBook {
  /**
   * What one owner paid in one currency.
   *
   * @param owner who paid
   * @param amount the sum
   */
  public record Paid(PositionKey owner, Money amount) {}

  private final Map<PositionKey, Map<String, Money>> paid = new TreeMap<>();

  /** Adds a fee if it is not in the currency of settlement, which the position counts itself. */
  void add(PositionKey owner, Instrument instrument, Money fee) {
    if (fee.signum() != 0 && !fee.currency().equals(instrument.settlement())) {
      put(new Paid(owner, fee));
    }
  }

  /** Adds what was saved. */
  public void put(Paid saved) {
    Map<String, Money> own = paid.computeIfAbsent(saved.owner(), each -> new TreeMap<>());
    Money sum = own.merge(saved.amount().currency().code(), saved.amount(), Money::plus);
    if (sum.signum() == 0) {
      own.remove(sum.currency().code());
    }
  }

  /** All sums, by owner and currency. */
  public List<Paid> all() {
    List<Paid> all = new ArrayList<>();
    paid.forEach((owner, own) -> own.values().forEach(sum -> all.add(new Paid(owner, sum))));
    return all;
  }
}
