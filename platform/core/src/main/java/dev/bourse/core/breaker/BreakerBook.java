package dev.bourse.core.breaker;

import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.Currency;
import dev.bourse.api.model.Money;
import dev.bourse.api.state.StateReader;
import dev.bourse.api.state.StateWriter;
import dev.bourse.api.trace.TurnResult;
import dev.bourse.core.codec.ValueCodec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Marks, latches and flows without a worth, by account. Not thread-safe. */
public final class BreakerBook {
  /**
   * What losses are measured from.
   *
   * @param equity what the account was worth, less what was withdrawn since, more what came
   * @param since when it was worth that
   * @param until when another mark takes its place
   */
  public record Mark(Money equity, long since, long until) {}

  /** What a flow is worth. */
  @FunctionalInterface
  public interface Worth {
    /** In a currency; null while no known price leads there. */
    @Nullable Money in(Currency currency);
  }

  private record Key(AccountId account, String word) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      int order = account.compareTo(other.account);
      return order != 0 ? order : word.compareTo(other.word);
    }
  }

  /** A latch: which mark it counts by, and the sentence. */
  private record Trip(String mark, String sentence) {}

  private final Map<Key, Mark> marks = new TreeMap<>();
  private final Map<Key, Trip> trips = new TreeMap<>();
  private final Map<AccountId, List<Money>> unvalued = new TreeMap<>();

  /** The mark of an account, or null before anything was measured. */
  public @Nullable Mark mark(AccountId account, String word) {
    return marks.get(new Key(account, word));
  }

  /** The marks of an account, by word. */
  public Map<String, Mark> marks(AccountId account) {
    Map<String, Mark> found = new TreeMap<>();
    marks.forEach(
        (key, mark) -> {
          if (key.account().equals(account)) {
            found.put(key.word(), mark);
          }
        });
    return found;
  }

  /** Why the breaker tripped on the account, empty if it has not. */
  public String tripped(String breaker, AccountId account) {
    Trip trip = trips.get(new Key(account, breaker));
    return trip == null ? "" : trip.sentence();
  }

  /** Flows of the account that no price could value yet, in order. */
  public List<Money> unvalued(AccountId account) {
    return List.copyOf(unvalued.getOrDefault(account, List.of()));
  }

  /** Whether nothing was ever measured. */
  public boolean isEmpty() {
    return marks.isEmpty() && trips.isEmpty();
  }

  /** Applies a mark: every flow up to now is in it. */
  public void apply(TurnResult.MarkSet set) {
    marks.put(new Key(set.account(), set.mark()), new Mark(set.equity(), set.since(), set.until()));
    unvalued.remove(set.account());
  }

  /** Latches. */
  public void apply(TurnResult.BreakerTripped trip) {
    trips.put(new Key(trip.account(), trip.breaker()), new Trip(trip.mark(), trip.sentence()));
  }

  /** Lifts every latch; what tripped measures from what the account is worth next. */
  public void reset() {
    trips.forEach((key, trip) -> marks.remove(new Key(key.account(), trip.mark())));
    trips.clear();
  }

  /**
   * Money came or went without a trade: all marks of the account move with it.
   *
   * @param worth what it is worth
   */
  public void flowed(AccountId account, Money amount, Worth worth) {
    boolean valued = true;
    for (Map.Entry<Key, Mark> each : marks.entrySet()) {
      if (each.getKey().account().equals(account)) {
        Mark mark = each.getValue();
        Money moved = worth.in(mark.equity().currency());
        valued &= moved != null;
        each.setValue(moved == null ? mark : moved(mark, moved));
      }
    }
    if (!valued) {
      unvalued.computeIfAbsent(account, none -> new ArrayList<>()).add(amount);
    }
  }

  private static Mark moved(Mark mark, Money by) {
    return new Mark(mark.equity().plus(by), mark.since(), mark.until());
  }

  /** Writes everything. */
  public void save(StateWriter out, ValueCodec values) {
    out.putInt(marks.size());
    marks.forEach(
        (key, mark) -> {
          values.money(out.putText(key.account().value()).putText(key.word()), mark.equity());
          out.putLong(mark.since()).putLong(mark.until());
        });
    out.putInt(trips.size());
    trips.forEach(
        (key, trip) -> {
          out.putText(key.account().value()).putText(key.word());
          out.putText(trip.mark()).putText(trip.sentence());
        });
    out.putInt(unvalued.size());
    unvalued.forEach(
        (account, flows) -> {
          out.putText(account.value()).putInt(flows.size());
          flows.forEach(flow -> values.money(out, flow));
        });
  }

  /** Reads what {@link #save} wrote. */
  public void load(StateReader in, ValueCodec values) {
    for (int left = in.getInt(); left > 0; left--) {
      Key key = new Key(new AccountId(in.getText()), in.getText());
      marks.put(key, new Mark(values.money(in), in.getLong(), in.getLong()));
    }
    for (int left = in.getInt(); left > 0; left--) {
      Key key = new Key(new AccountId(in.getText()), in.getText());
      trips.put(key, new Trip(in.getText(), in.getText()));
    }
    for (int left = in.getInt(); left > 0; left--) {
      AccountId account = new AccountId(in.getText());
      List<Money> flows = new ArrayList<>();
      for (int count = in.getInt(); count > 0; count--) {
        flows.add(values.money(in));
      }
      unvalued.put(account, flows);
    }
  }
}
