package dev.bourse.engine.alert;

import dev.bourse.api.alert.Alert;
import dev.bourse.api.alert.AlertChannel;
import dev.bourse.api.model.TraderId;
import dev.bourse.api.trace.TraceQuery;
import dev.bourse.api.trace.TraceReader;
import dev.bourse.api.trace.Turn;
import dev.bourse.engine.plugin.Plugin;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells one channel, on a thread of its own. Alerts wait in a bounded queue; what does not fit is
 * read from the trace later, as is what was not told before a restart. One alert that cannot be
 * told is given up in the end, so that it does not keep back all others.
 */
final class ChannelWorker {
  private static final Logger LOG = LoggerFactory.getLogger(ChannelWorker.class);
  private static final int MAX_WAITING = 1_000;
  private static final int READ_AT_ONCE = 10_000;

  /** Turns of a trader that must be read from its trace. */
  private record Gap(TraceReader trace, long through) {}

  private final Plugin<AlertChannel> plugin;
  private final Retries retries;
  private final Cursors cursors;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final ArrayDeque<Alert> waiting = new ArrayDeque<>();
  private final Map<TraderId, TraceReader> traces = new TreeMap<>();
  private final Map<TraderId, Gap> gaps = new TreeMap<>();
  private final Thread thread;
  private volatile boolean closed;
  private volatile long givenUp;

  ChannelWorker(Plugin<AlertChannel> plugin, Cursors cursors, Retries retries) {
    this.plugin = plugin;
    this.cursors = cursors;
    this.retries = retries;
    this.thread = new Thread(this::run, "bourse-alert-" + plugin.type());
    this.thread.setContextClassLoader(plugin.loader());
    this.thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  boolean tells(Plugin<?> other) {
    return plugin.isSame(other);
  }

  /** The trader's trace can be read; turns up to the given one may not have been told yet. */
  void opened(TraderId trader, TraceReader trace, long through) {
    change(
        () -> {
          traces.put(trader, trace);
          gaps.put(trader, new Gap(trace, through));
        });
  }

  void closed(TraderId trader) {
    change(
        () -> {
          traces.remove(trader);
          gaps.remove(trader);
        });
  }

  void put(Alert alert) {
    change(
        () -> {
          TraceReader trace = traces.get(alert.trader());
          if (waiting.size() < MAX_WAITING) {
            waiting.addLast(alert);
          } else if (trace != null) {
            gaps.put(alert.trader(), new Gap(trace, Alerts.sequence(alert)));
          }
        });
  }

  private void change(Runnable what) {
    lock.lock();
    try {
      what.run();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Ends the thread; waits for that up to the given time. */
  void close(Duration patience) throws InterruptedException {
    closed = true;
    change(() -> {});
    thread.interrupt();
    thread.join(Math.max(1, patience.toMillis()));
  }

  long givenUp() {
    return givenUp;
  }

  private void run() {
    try {
      while (!closed) {
        Map.Entry<TraderId, Gap> gap = nextGap();
        if (gap != null) {
          read(gap.getKey(), gap.getValue());
        } else {
          Alert alert = next();
          if (alert != null) {
            deliver(alert);
          }
        }
      }
    } catch (InterruptedException e) {
      LOG.debug("Alert channel {} ended", plugin.type());
    }
  }

  private Map.@Nullable Entry<TraderId, Gap> nextGap() {
    lock.lock();
    try {
      if (!waiting.isEmpty() || gaps.isEmpty()) {
        return null;
      }
      TraderId first = gaps.keySet().iterator().next();
      return Map.entry(first, gaps.remove(first));
    } finally {
      lock.unlock();
    }
  }

  private @Nullable Alert next() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (waiting.isEmpty()) {
        changed.await();
        if (!gaps.isEmpty()) {
          break;
        }
      }
      return waiting.pollFirst();
    } finally {
      lock.unlock();
    }
  }

  /** What the trace has between the cursor and the end of the gap. */
  private void read(TraderId trader, Gap gap) throws InterruptedException {
    long from = cursors.get(trader, gap.through()) + 1;
    while (from <= gap.through() && !closed) {
      List<Turn> turns = turns(gap.trace(), from);
      for (Turn turn : turns) {
        if (turn.sequence() <= gap.through()) {
          for (Alert alert : Alerts.of(trader, turn.sequence(), turn.time(), turn.results())) {
            deliver(alert);
          }
        }
      }
      from =
          turns.size() < READ_AT_ONCE
              ? gap.through() + 1
              : turns.get(turns.size() - 1).sequence() + 1;
    }
    if (cursors.get(trader, gap.through()) < gap.through()) {
      cursors.set(trader, gap.through());
    }
  }

  private static List<Turn> turns(TraceReader trace, long from) {
    try {
      return trace.read(TraceQuery.ALL.from(from), READ_AT_ONCE);
    } catch (RuntimeException e) {
      LOG.debug("A trace was closed while alerts were read from it", e);
      return List.of();
    }
  }

  private void deliver(Alert alert) throws InterruptedException {
    long sequence = Alerts.sequence(alert);
    boolean isTurn = sequence >= 0;
    if (isTurn && sequence < cursors.get(alert.trader(), -1)) {
      return;
    }
    for (int failures = 1; !attempt(alert, failures); failures++) {
      if (failures >= retries.attempts()) {
        giveUp(alert);
        break;
      }
      TimeUnit.NANOSECONDS.sleep(retries.pause(failures).toNanos());
    }
    if (isTurn) {
      cursors.set(alert.trader(), sequence);
    }
  }

  private boolean attempt(Alert alert, int failures) throws InterruptedException {
    try {
      plugin.service().deliver(alert);
      return true;
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception | LinkageError e) {
      if (closed) {
        throw new InterruptedException("the channel left");
      }
      LOG.warn(
          "Alert channel {} failed ({} times) on {}: {}",
          plugin.type(),
          failures,
          alert.id(),
          e.toString());
      return false;
    }
  }

  @SuppressWarnings("NonAtomicVolatileUpdate") // written by this thread only
  private void giveUp(Alert alert) {
    givenUp++;
    LOG.error(
        "Alert channel {} could not tell {} and gave it up: {}",
        plugin.type(),
        alert.id(),
        alert.text());
  }
}
