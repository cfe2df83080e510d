package dev.bourse.core.reconciliation;

import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.model.StrategyId;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How a trader's books are compared with its venues.
 *
 * @param atStart whether orders, fills and positions are compared at a start; balances always are
 * @param instruments the only instruments that are compared; empty for all
 * @param ignored orders that are left out, as if the venue did not list them
 * @param foreign what is done with orders that are not ours and that nobody claims
 * @param positions whether the venue's positions of contracts are compared
 * @param generate whether orders are generated for what positions of contracts differ
 * @param claims who gets what is found at the venue, by instrument
 */
public record ReconcileSettings(
    boolean atStart,
    SortedSet<InstrumentId> instruments,
    SortedSet<ClientOrderId> ignored,
    Foreign foreign,
    boolean positions,
    boolean generate,
    SortedMap<InstrumentId, StrategyId> claims) {
  /** Everything is compared, foreign orders are left alone, nobody claims anything. */
  public static final ReconcileSettings DEFAULTS =
      new ReconcileSettings(
          true, new TreeSet<>(), new TreeSet<>(), Foreign.IGNORE, true, true, new TreeMap<>());

  /** What is done with an order that is not ours and that nobody claims; it is never cancelled. */
  public enum Foreign {
    /** Left alone; what it does to balances and positions is not. */
    IGNORE,
    /** Taken into the books, owned by {@link StrategyId#EXTERNAL}. */
    ADOPT,
    /** Left alone, with a warning. */
    ALERT
  }

  /** Keeps its own copies. */
  public ReconcileSettings {
    instruments = Collections.unmodifiableSortedSet(new TreeSet<>(instruments));
    ignored = Collections.unmodifiableSortedSet(new TreeSet<>(ignored));
    claims = Collections.unmodifiableSortedMap(new TreeMap<>(claims));
  }

  /** The same with another wish for foreign orders. */
  public ReconcileSettings with(Foreign wish) {
    return new ReconcileSettings(atStart, instruments, ignored, wish, positions, generate, claims);
  }

  /** The same for these instruments only; none for all. */
  public ReconcileSettings only(Set<InstrumentId> included) {
    return new ReconcileSettings(
        atStart, new TreeSet<>(included), ignored, foreign, positions, generate, claims);
  }

  /** The same without these orders. */
  public ReconcileSettings ignoring(Set<ClientOrderId> orders) {
    return new ReconcileSettings(
        atStart, instruments, new TreeSet<>(orders), foreign, positions, generate, claims);
  }

  /** The same with or without a look at positions, and orders generated for what differs. */
  public ReconcileSettings positions(boolean compared, boolean generated) {
    return new ReconcileSettings(
        atStart, instruments, ignored, foreign, compared, generated, claims);
  }

  /** The same with these claims. */
  public ReconcileSettings claimed(Map<InstrumentId, StrategyId> claimed) {
    return new ReconcileSettings(
        atStart, instruments, ignored, foreign, positions, generate, new TreeMap<>(claimed));
  }

  /** The same, comparing orders, fills and positions at a start or not. */
  public ReconcileSettings atStart(boolean compared) {
    return new ReconcileSettings(
        compared, instruments, ignored, foreign, positions, generate, claims);
  }

  /** Whether an instrument is compared. */
  boolean includes(InstrumentId instrument) {
    return instruments.isEmpty() || instruments.contains(instrument);
  }
}
