package dev.bourse.core.time;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The timers that are set, by deadline. Not thread-safe. */
public final class Timers {
  /**
   * One timer.
   *
   * @param deadline our time in nanoseconds
   * @param owner who set it
   * @param name its name within the owner
   */
  public record Timer(long deadline, String owner, String name) implements Comparable<Timer> {
    @Override
    public int compareTo(Timer other) {
      int byTime = Long.compare(deadline, other.deadline);
      int byOwner = byTime != 0 ? byTime : owner.compareTo(other.owner);
      return byOwner != 0 ? byOwner : name.compareTo(other.name);
    }
  }

  private record Key(String owner, String name) {}

  private final TreeSet<Timer> byDeadline = new TreeSet<>();
  private final Map<Key, Timer> byName = new HashMap<>();
  private long next = Long.MAX_VALUE;

  /** Sets a timer; one of the same owner and name is replaced. */
  public void set(String owner, String name, long deadline) {
    Timer timer = new Timer(deadline, owner, name);
    Timer former = byName.put(new Key(owner, name), timer);
    if (former != null) {
      byDeadline.remove(former);
    }
    byDeadline.add(timer);
    next = byDeadline.first().deadline();
  }

  /** Takes a timer back; nothing happens if there is none. */
  public void cancel(String owner, String name) {
    Timer former = byName.remove(new Key(owner, name));
    if (former != null) {
      byDeadline.remove(former);
    }
    next = byDeadline.isEmpty() ? Long.MAX_VALUE : byDeadline.first().deadline();
  }

  /** Sets a timer unless it is set for that time or an earlier one. */
  public void setAtLatest(String owner, String name, long deadline) {
    Timer present = byName.get(new Key(owner, name));
    if (present == null || present.deadline() > deadline) {
      set(owner, name, deadline);
    }
  }

  /** Whether the timer is set. */
  public boolean isSet(String owner, String name) {
    return byName.containsKey(new Key(owner, name));
  }

  /** Whether the timer is set and its deadline is not later than the time. */
  public boolean isDue(String owner, String name, long time) {
    Timer present = byName.get(new Key(owner, name));
    return present != null && present.deadline() <= time;
  }

  /** The next deadline, {@link Long#MAX_VALUE} for none. */
  public long next() {
    return next;
  }

  /** The first timer due at or before the time, or null. */
  public @Nullable Timer due(long time) {
    return next <= time ? byDeadline.first() : null;
  }

  /** The first timer of some, or null. */
  public @Nullable Timer first(Predicate<Timer> some) {
    return byDeadline.stream().filter(some).findFirst().orElse(null);
  }

  /** All timers by deadline. */
  public List<Timer> all() {
    return List.copyOf(byDeadline);
  }
}
