package dev.bourse.core.strategy;

import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.model.StrategyId;
import dev.bourse.api.state.Kept;
import dev.bourse.api.state.StateReader;
import java.util.Map;
import java.util.TreeMap;

/** State of strategies that are away, as bytes, until they come back. Not thread-safe. */
public final class KeptStates {
  /** The name under which the platform keeps a strategy's signals; no plug-in can take it. */
  public static final String SIGNALS = "bourse.signals";

  /**
   * Where a state belongs.
   *
   * @param strategy the instance
   * @param instrument the instrument of the object
   * @param name its name within the object
   */
  public record Key(StrategyId strategy, InstrumentId instrument, String name)
      implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      int byStrategy = strategy.compareTo(other.strategy);
      int byInstrument = byStrategy != 0 ? byStrategy : instrument.compareTo(other.instrument);
      return byInstrument != 0 ? byInstrument : name.compareTo(other.name);
    }
  }

  /**
   * A state as it was written.
   *
   * @param version the layout's version
   * @param bytes the state; not copied
   */
  @SuppressWarnings(
      "ArrayRecordComponent") // compared nowhere, and copying every snapshot would cost
  public record Saved(int version, byte[] bytes) {}

  private final Map<Key, Saved> states = new TreeMap<>();

  /** Keeps a state. */
  public void put(Key key, Saved saved) {
    states.put(key, saved);
  }

  /**
   * Restores an object if there is a state for it; throws {@link IllegalArgumentException} if it
   * cannot read it.
   */
  public void restore(Key key, Kept into) {
    Saved saved = states.get(key);
    if (saved != null) {
      try {
        into.load(saved.version(), new StateReader(saved.bytes()));
      } catch (RuntimeException e) {
        throw new IllegalArgumentException(
            "kept state \""
                + key.name()
                + "\" of strategy "
                + key.strategy()
                + " cannot be read: "
                + e.getMessage(),
            e);
      }
    }
  }

  /** Forgets what a strategy kept; its signals stay, as its positions do. */
  public void forget(StrategyId strategy) {
    states.keySet().removeIf(key -> key.strategy().equals(strategy) && !key.name().equals(SIGNALS));
  }

  /** The signals only. */
  public KeptStates signals() {
    KeptStates signals = new KeptStates();
    states.forEach(
        (key, saved) -> {
          if (key.name().equals(SIGNALS)) {
            signals.put(key, saved);
          }
        });
    return signals;
  }

  /** All states, by key. */
  public Map<Key, Saved> all() {
    return new TreeMap<>(states);
  }
}
