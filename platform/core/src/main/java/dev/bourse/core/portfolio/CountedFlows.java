package dev.bourse.core.portfolio;

import dev.bourse.api.event.AccountEvent.CashFlow;
import dev.bourse.api.state.StateReader;
import dev.bourse.api.state.StateWriter;
import java.util.TreeMap;

/**
 * The flows that count already, by account and the venue's name, so that none counts twice. Names
 * of old ones are let go: from then on every flow as old as those is one that counted. Not
 * thread-safe.
 */
public final class CountedFlows {
  private final TreeMap<String, Long> times = new TreeMap<>();
  private long oldest = Long.MIN_VALUE;

  private static String key(CashFlow flow) {
    return flow.account() + "\n" + flow.id();
  }

  /** Whether it counts already. */
  public boolean has(CashFlow flow) {
    return flow.eventTime() < oldest || times.containsKey(key(flow));
  }

  /** Takes a flow; false if it counts already. */
  public boolean add(CashFlow flow) {
    return flow.eventTime() >= oldest && times.putIfAbsent(key(flow), flow.eventTime()) == null;
  }

  /** Lets the names go of flows from before a time, the venue's. */
  public void forget(long before) {
    oldest = Math.max(oldest, before);
    times.values().removeIf(time -> time < oldest);
  }

  /** How many names are kept. */
  public int size() {
    return times.size();
  }

  /** Whether there are no times to save. */
  public boolean isEmpty() {
    return times.isEmpty() && oldest == Long.MIN_VALUE;
  }

  /** Saves the names. */
  public void save(StateWriter out) {
    out.putInt(times.size());
    times.keySet().forEach(out::putText);
  }

  /** Loads names; without their times they stay. */
  public void load(StateReader in) {
    for (int left = in.getInt(); left > 0; left--) {
      times.put(in.getText(), Long.MAX_VALUE);
    }
  }

  /** Saves the times, in the order of the names. */
  public StateWriter saveTimes() {
    StateWriter out = new StateWriter().putLong(oldest);
    times.values().forEach(out::putLong);
    return out;
  }

  /** Loads the times of the names that were loaded. */
  public void loadTimes(StateReader in) {
    oldest = in.getLong();
    times.replaceAll((name, none) -> in.getLong());
  }
}
