package dev.bourse.engine.inbox;

import dev.bourse.api.event.Event;
import dev.bourse.api.event.MarketEvent;
import dev.bourse.api.event.VenueEvent;
import dev.bourse.api.model.InstrumentId;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The only way into a trader: many threads put in, its loop takes out.
 *
 * <p><b>Concurrency, explained once.</b> There are two lanes, each with a lock of its own, held for
 * a few dozen instructions and never while foreign code runs. A lock-free queue would not do:
 * conflation looks at and replaces what already waits, which such queues cannot. The consumer never
 * waits for a lock longer than one producer needs for one event.
 *
 * <p>Nobody spins. Before the loop parks it publishes {@link #sleeper}, then looks at both lanes
 * once more; a producer first puts its event in, then reads {@link #sleeper}. Both are volatile
 * (the lanes' sizes too), so one of the two always sees the other and no wake-up is lost. A loop
 * that is awake costs its producers one volatile read.
 *
 * <p>Order. The loop gives time to what it takes, so what waits here has none; of what waits at the
 * same time, answers of venues, the engine and people come before market data ({@link #poll}); the
 * loop asks its timers before it asks here. Within a lane the order is that of arrival.
 *
 * <p>When the trader is slower than its venues: see {@link MarketLane} for quotes and trades,
 * {@link ExecutionLane} for everything that must not be lost.
 */
public final class Inbox {
  private final ExecutionLane execution;
  private final MarketLane market;
  private final LongAdder implausible = new LongAdder();
  private volatile @Nullable Thread sleeper;

  /** An inbox with room for the given numbers of events. */
  public Inbox(int executionCapacity, int marketCapacity) {
    this.execution = new ExecutionLane(executionCapacity);
    this.market = new MarketLane(marketCapacity);
  }

  /**
   * Takes what an adapter reports. Market data always finds a way, if need be as a gap; false means
   * that the execution lane has no room: nothing was taken and the connection that reported it
   * counts as lost.
   */
  public boolean offer(VenueEvent event) {
    boolean taken = true;
    if (event instanceof MarketEvent data) {
      market.put(data);
    } else {
      taken = execution.offer(new Post.Input(event, null));
    }
    wake();
    return taken;
  }

  /** Counts market data that is not believed; true, because that is no reason to stop. */
  public boolean refuse() {
    implausible.increment();
    return true;
  }

  /** Takes what a person asks; false if the execution lane has no room. */
  public boolean offer(Post.Input input) {
    boolean taken = execution.offer(input);
    wake();
    return taken;
  }

  /**
   * Takes an event of the engine itself, such as a command's fate. Always taken: what the engine
   * says is bounded where it comes from, by the number of pending commands.
   */
  public void add(Event event) {
    execution.add(new Post.Input(event, null));
    wake();
  }

  /**
   * Takes work for the loop's thread, to be done between two turns. Always taken; comes before all
   * events.
   */
  public void add(Post.Task task) {
    execution.add(task);
    wake();
  }

  /** The next thing of the execution lane, or null. Loop only. */
  public @Nullable Post poll() {
    return execution.poll();
  }

  /** The next market event, or null. Loop only. */
  public @Nullable MarketEvent pollMarket() {
    return market.poll();
  }

  /** Whether something waits in the execution lane. */
  public boolean hasPosts() {
    return execution.size() > 0;
  }

  /** Whether nothing waits in either lane. */
  public boolean isEmpty() {
    return execution.size() == 0 && market.size() == 0;
  }

  /** How much waits, what was conflated and what was lost. Any thread. */
  public InboxCounts counts() {
    return new InboxCounts(
        execution.size(),
        market.size(),
        execution.refused(),
        market.conflated(),
        market.lost(),
        implausible.sum());
  }

  /**
   * How many quotes of an instrument were replaced by newer ones before the loop took them. Any
   * thread.
   */
  public long conflated(InstrumentId instrument) {
    return market.conflated(instrument);
  }

  /**
   * Parks the loop's thread until something arrives or the time is over, whichever is first; may
   * return early. With {@code withMarket} false, market data alone does not keep it awake.
   */
  public void await(long nanos, boolean withMarket) {
    if (nanos <= 0) {
      return;
    }
    sleeper = Thread.currentThread();
    try {
      if (execution.size() == 0 && !(withMarket && market.size() > 0)) {
        LockSupport.parkNanos(this, nanos);
      }
    } finally {
      sleeper = null;
    }
  }

  /** Wakes the loop if it is parked: something outside the lanes changed. */
  public void wake() {
    Thread parked = sleeper;
    if (parked != null) {
      LockSupport.unpark(parked);
    }
  }
}
