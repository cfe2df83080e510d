package dev.bourse.engine.journal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Turns between the loop and the writer: one puts, one takes everything there is. Both park, never
 * spin.
 */
final class TurnQueue {
  private final WriterLimits limits;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition filled = lock.newCondition();
  private final Condition emptied = lock.newCondition();
  private List<Outgoing> waiting = new ArrayList<>();
  private List<Outgoing> spare = new ArrayList<>();
  private long bytes;
  private boolean closed;
  private boolean woken;
  private volatile int size;

  TurnQueue(WriterLimits limits) {
    this.limits = limits;
  }

  /** Adds a turn; false once closed. */
  boolean put(Outgoing turn) {
    lock.lock();
    try {
      if (closed) {
        return false;
      }
      waiting.add(turn);
      bytes += turn.bytes();
      size = waiting.size();
      filled.signal();
      return true;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Everything that waits; waits itself up to the given time if that is nothing and nobody wakes
   * it. The list is valid until the next call.
   */
  List<Outgoing> take(long nanos) {
    lock.lock();
    try {
      long left = nanos;
      while (waiting.isEmpty() && !closed && !woken && left > 0) {
        left = filled.awaitNanos(left);
      }
      woken = false;
      List<Outgoing> taken = waiting;
      spare.clear();
      waiting = spare;
      spare = taken;
      bytes = 0;
      size = 0;
      emptied.signalAll();
      return taken;
    } catch (InterruptedException e) {
      // Nobody interrupts the writer: an interrupt inside a file channel would close the journal.
      throw new IllegalStateException("the journal writer was interrupted", e);
    } finally {
      lock.unlock();
    }
  }

  /** Who takes has something else to do. */
  void wake() {
    lock.lock();
    try {
      woken = true;
      filled.signal();
    } finally {
      lock.unlock();
    }
  }

  /** Whether more may come without exceeding a limit. */
  boolean hasRoom() {
    if (size == 0) {
      return true;
    }
    lock.lock();
    try {
      return waiting.size() < limits.maxTurns() && bytes < limits.maxBytes();
    } finally {
      lock.unlock();
    }
  }

  /** Waits until there is room, up to the given time. */
  boolean awaitRoom(long nanos) throws InterruptedException {
    long left = nanos;
    lock.lock();
    try {
      while (waiting.size() >= limits.maxTurns() || bytes >= limits.maxBytes()) {
        if (closed || left <= 0) {
          return false;
        }
        left = emptied.awaitNanos(left);
      }
      return true;
    } finally {
      lock.unlock();
    }
  }

  /** Takes no more; what waits can still be taken. */
  void close() {
    lock.lock();
    try {
      closed = true;
      filled.signalAll();
      emptied.signalAll();
    } finally {
      lock.unlock();
    }
  }

  boolean isClosed() {
    lock.lock();
    try {
      return closed;
    } finally {
      lock.unlock();
    }
  }

  int size() {
    return size;
  }

  static long nanos(Duration duration) {
    return TimeUnit.NANOSECONDS.convert(duration);
  }
}
