package dev.bourse.core.portfolio;

import dev.bourse.api.model.Fill;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Money;
import dev.bourse.api.trace.TurnResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Fees in other currencies than that of settlement, summed per owner and currency, with what they
 * were worth when they were charged. Not thread-safe.
 */
public final class FeeBook {
  /**
   * What one owner paid in one currency.
   *
   * @param owner who paid
   * @param amount the sum
   * @param worth what those of them that were converted were worth then, in the currency of
   *     settlement; null if none was
   */
  public record Paid(PositionKey owner, Money amount, @Nullable Money worth) {
    /** A fee that was not converted. */
    public Paid(PositionKey owner, Money amount) {
      this(owner, amount, null);
    }

    private Paid plus(Paid other) {
      Money more = other.worth;
      Money sum = worth == null ? more : more == null ? worth : worth.plus(more);
      return new Paid(owner, amount.plus(other.amount), sum);
    }
  }

  private final Map<PositionKey, Map<String, Paid>> paid = new TreeMap<>();

  /**
   * Whether a fee has to be converted to be compared: it is neither in the currency of settlement
   * nor in the base of spot, whose price is that of the fill.
   */
  public static boolean isThird(Fill fill) {
    Instrument instrument = fill.instrument();
    Money fee = fill.fee();
    boolean base = instrument.isSpot() && fee.currency().equals(instrument.base());
    return fee.signum() != 0 && !base && !fee.currency().equals(instrument.settlement());
  }

  /** Adds a fee if it is not in the currency of settlement, which the position counts itself. */
  void add(PositionKey owner, Instrument instrument, Money fee) {
    if (fee.signum() != 0 && !fee.currency().equals(instrument.settlement())) {
      put(new Paid(owner, fee));
    }
  }

  /** What a fee that was added was worth. */
  public void converted(TurnResult.FeeConverted fee) {
    if (fee.conversion() != null) {
      PositionKey owner = new PositionKey(fee.account(), fee.strategy(), fee.instrument());
      put(new Paid(owner, fee.fee().currency().zero(), fee.conversion().to()));
    }
  }

  /** Adds what was saved. */
  public void put(Paid saved) {
    Map<String, Paid> own = paid.computeIfAbsent(saved.owner(), each -> new TreeMap<>());
    String currency = saved.amount().currency().code();
    Paid sum = own.merge(currency, saved, Paid::plus);
    if (sum.amount().signum() == 0 && (sum.worth() == null || sum.worth().signum() == 0)) {
      own.remove(currency);
    }
  }

  /** All sums, by owner and currency. */
  public List<Paid> all() {
    List<Paid> all = new ArrayList<>();
    paid.values().forEach(own -> all.addAll(own.values()));
    return all;
  }
}
