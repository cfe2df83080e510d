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

  /**
   * How often a command was asked about.
   *
   * @param queries how often
   * @param told whether people were told that its time is over
   */
  private record Asked(int queries, boolean told) {}

  private static final Asked NEVER = new Asked(0, false);

  private final Map<ClientOrderId, Doubt> open = new TreeMap<>();
  private final Map<ClientOrderId, Asked> asked = new TreeMap<>();
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
    if (!asked.isEmpty()) {
      asked.remove(id);
    }
  }

  /** The answer is there. */
  public void end(ClientOrderId id) {
    if (!open.isEmpty()) {
      open.remove(id);
    }
    if (!asked.isEmpty()) {
      asked.remove(id);
    }
  }

  /** It is asked about once more; returns how often that makes. */
  public int ask(ClientOrderId id) {
    Asked before = asked.getOrDefault(id, NEVER);
    asked.put(id, new Asked(before.queries() + 1, before.told()));
    return before.queries() + 1;
  }

  /** How often it was asked about since the doubt began. */
  public int queries(ClientOrderId id) {
    return asked.getOrDefault(id, NEVER).queries();
  }

  /** People are told that its time is over; false if they were before. */
  public boolean tell(ClientOrderId id) {
    Asked before = asked.getOrDefault(id, NEVER);
    asked.put(id, new Asked(before.queries(), true));
    return !before.told();
  }

  /** Whether people were told that its time is over. */
  public boolean isTold(ClientOrderId id) {
    return asked.getOrDefault(id, NEVER).told();
  }

  /** When the doubt began, {@link Long#MIN_VALUE} without one. */
  public long since(ClientOrderId id) {
    Doubt doubt = open.get(id);
    return doubt == null ? Long.MIN_VALUE : doubt.since();
  }

  /** All orders in doubt. */
  public List<ClientOrderId> all() {
    return List.copyOf(open.keySet());
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

  /** Writes how often was asked. */
  public void saveAsked(StateWriter out) {
    out.putInt(asked.size());
    asked.forEach(
        (id, each) -> out.putText(id.value()).putInt(each.queries()).putBoolean(each.told()));
  }

  /** Reads what {@link #saveAsked} wrote. */
  public void loadAsked(StateReader in) {
    for (int left = in.getInt(); left > 0; left--) {
      asked.put(new ClientOrderId(in.getText()), new Asked(in.getInt(), in.getBoolean()));
    }
  }

  /** Writes everything but how often was asked. */
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
