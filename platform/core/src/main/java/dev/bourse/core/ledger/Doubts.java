package dev.bourse.core.ledger;

import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Order;
import dev.bourse.api.state.StateReader;
import dev.bourse.api.state.StateWriter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Commands without an answer, and how far the proof of absence is. Not thread-safe.
 *
 * <p>Absence is proven by two "no such order" answers to queries that both left later than {@code
 * settle} after the doubt began; one alone is never proof.
 */
public final class Doubts {
  /**
   * One command without an answer.
   *
   * @param since when it left, or when the doubt began; our time in nanoseconds
   * @param absentAt when the first valid "no such order" was asked for, 0 for none
   */
  private record Doubt(long since, long absentAt) {}

  private final Map<ClientOrderId, Doubt> open = new TreeMap<>();
  private final long settle;

  /** Doubts that are settled after the given time in nanoseconds. */
  public Doubts(long settle) {
    this.settle = settle;
  }

  /** Whether what was last asked of an order is not answered for certain. */
  public static boolean awaitsAnswer(Order order) {
    return switch (order.status()) {
      case SUBMITTED, PENDING_CANCEL, PENDING_UPDATE -> true;
      default -> order.unknown();
    };
  }

  /**
   * A command left. A cancel of an order of unknown fate does not put off the proof that the order
   * never was there.
   */
  public void sent(Order order, long time) {
    if (!order.unknown() || !contains(order.id())) {
      begin(order.id(), time);
    }
  }

  /** A doubt begins now, also where there was one. */
  public void begin(ClientOrderId id, long time) {
    open.put(id, new Doubt(time, 0));
  }

  /** The answer is there. */
  public void end(ClientOrderId id) {
    if (!open.isEmpty()) {
      open.remove(id);
    }
  }

  /** Counts a "no such order"; true if absence is proven now. */
  public boolean absent(ClientOrderId id, long queriedAt) {
    Doubt doubt = open.get(id);
    if (doubt == null || queriedAt < doubt.since() + settle) {
      return false;
    }
    if (doubt.absentAt() == 0) {
      open.put(id, new Doubt(doubt.since(), queriedAt));
      return false;
    }
    return queriedAt > doubt.absentAt();
  }

  /** Whether the order has been without an answer for at least the given time. */
  public boolean isOlder(ClientOrderId id, long threshold, long time) {
    Doubt doubt = open.get(id);
    return doubt != null && time - doubt.since() >= threshold;
  }

  /** Orders without an answer for at least the given time. */
  public List<ClientOrderId> olderThan(long threshold, long time) {
    return open.entrySet().stream()
        .filter(entry -> time - entry.getValue().since() >= threshold)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Whether the order is in doubt. */
  public boolean contains(ClientOrderId id) {
    return open.containsKey(id);
  }

  /** When the newest doubt began, {@link Long#MIN_VALUE} without one. */
  public long newest() {
    return open.values().stream().mapToLong(Doubt::since).max().orElse(Long.MIN_VALUE);
  }

  /** Whether there is no doubt. */
  public boolean isEmpty() {
    return open.isEmpty();
  }

  /** Writes everything. */
  public void save(StateWriter out) {
    out.putInt(open.size());
    open.forEach(
        (id, doubt) -> out.putText(id.value()).putLong(doubt.since()).putLong(doubt.absentAt()));
  }

  /** Reads what {@link #save} wrote. */
  public void load(StateReader in) {
    for (int left = in.getInt(); left > 0; left--) {
      open.put(new ClientOrderId(in.getText()), new Doubt(in.getLong(), in.getLong()));
    }
  }
}
