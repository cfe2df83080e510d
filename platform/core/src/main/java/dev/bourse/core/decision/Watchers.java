package dev.bourse.core.decision;

import dev.bourse.api.model.StrategyId;
import dev.bourse.api.state.Kept;
import dev.bourse.api.state.StateReader;
import dev.bourse.api.state.StateWriter;
import dev.bourse.api.strategy.Orders;
import dev.bourse.api.strategy.Watcher;
import dev.bourse.core.signal.SignalOrders;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * The watchers of one strategy object, on its timers: so they look at the trader's time in every
 * mode, are recorded, and end with the strategy. What is kept of them is how often those that throw
 * did so in a row. Belongs to the trader's thread.
 */
final class Watchers implements Kept {
  /** The name under which they are kept. */
  static final String KEPT = "bourse.watchers";

  private static final String TIMER = "watch ";
  private static final Duration LEAST = Duration.ofSeconds(1);
  private static final Duration MOST = Duration.ofDays(1);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
  private static final Duration NEXT_PAUSE = Duration.ofSeconds(60);

  /** One of them. */
  private record Task(Duration interval, Watcher watcher) {}

  private final StrategyId strategy;
  private final Map<String, Task> tasks = new TreeMap<>();
  private final Map<String, Integer> failures = new TreeMap<>();

  Watchers(StrategyId strategy) {
    this.strategy = strategy;
  }

  void add(String name, Duration interval, Watcher watcher) {
    if (interval.compareTo(LEAST) < 0 || interval.compareTo(MOST) > 0) {
      throw new IllegalArgumentException(
          "watcher \"" + name + "\" looks every " + interval + ": it must be 1 s to 1 day");
    }
    if (tasks.put(name, new Task(interval, watcher)) != null) {
      throw new IllegalArgumentException("the watcher \"" + name + "\" is there twice");
    }
  }

  boolean isEmpty() {
    return tasks.isEmpty();
  }

  /** The strategy may be asked from now on. */
  void start(Orders orders) {
    failures.keySet().retainAll(tasks.keySet());
    tasks.forEach((name, task) -> next(name, task.interval(), orders));
  }

  /** A timer of the strategy is due; false if it is none of these. */
  boolean timer(String timer, Orders orders) {
    String name = timer.startsWith(TIMER) ? timer.substring(TIMER.length()) : "";
    Task task = tasks.get(name);
    if (task == null) {
      return false;
    }
    try {
      task.watcher().look(orders);
      failures.remove(name);
      next(name, task.interval(), orders);
    } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError e) {
      failed(name, task, e, orders);
    }
    return true;
  }

  private void failed(String name, Task task, Throwable cause, Orders orders) {
    boolean first = failures.merge(name, 1, Integer::sum) == 1;
    if (first) {
      ((SignalOrders) orders)
          .warn(
              "watcher "
                  + name
                  + " of strategy "
                  + strategy
                  + " on "
                  + orders.instrument().id()
                  + " threw "
                  + cause
                  + "; the strategy goes on, the watcher is tried again later");
    }
    Duration pause = first ? FIRST_PAUSE : NEXT_PAUSE;
    next(name, pause.compareTo(task.interval()) > 0 ? pause : task.interval(), orders);
  }

  private static void next(String name, Duration pause, Orders orders) {
    orders.setTimer(TIMER + name, orders.time() + pause.toNanos());
  }

  @Override
  public void save(StateWriter out) {
    out.putInt(failures.size());
    failures.forEach((name, count) -> out.putText(name).putInt(count));
  }

  @Override
  public void load(int version, StateReader in) {
    for (int left = in.getInt(); left > 0; left--) {
      failures.put(in.getText(), in.getInt());
    }
  }
}
