package dev.bourse.engine.watch;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/**
 * Looks every few milliseconds whether a thread is still inside the same plug-in call. One for all
 * traders.
 */
public final class Watchdog implements AutoCloseable {
  private static final Duration LOOK_EVERY = Duration.ofMillis(10);

  /** What happens to a call that takes long. Called on the watchdog's thread; must not block. */
  public interface Owner {
    /** A call takes longer than the warning time; once per call. */
    void slow(String visitor, Duration since);

    /** A call took longer than the deadline; its thread will never get back in. */
    void hung(String visitor, Duration since);
  }

  /** One thread that is watched. */
  public static final class Guarded {
    private final Gatekeeper gate;
    private final Duration warn;
    private final Duration deadline;
    private final Owner owner;
    private long visit = -1;
    private long seenAt;
    private boolean warned;

    Guarded(Gatekeeper gate, Duration warn, Duration deadline, Owner owner) {
      this.gate = gate;
      this.warn = warn;
      this.deadline = deadline;
      this.owner = owner;
    }

    void look(long now) {
      long current = gate.visit();
      if (current != visit) {
        visit = current;
        seenAt = now;
        warned = false;
        return;
      }
      if (current < 0) {
        return;
      }
      Duration since = Duration.ofNanos(now - seenAt);
      if (since.compareTo(deadline) >= 0 && gate.shutIn()) {
        owner.hung(gate.visitor(), since);
      } else if (!warned && since.compareTo(warn) >= 0) {
        warned = true;
        owner.slow(gate.visitor(), since);
      }
    }
  }

  private final List<Guarded> watched = new CopyOnWriteArrayList<>();
  private final LongSupplier nanos;
  private volatile boolean closed;

  /** A watchdog on the machine's clock. */
  public Watchdog() {
    this(System::nanoTime);
  }

  Watchdog(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /** Starts looking on a thread of its own. */
  public void start() {
    Thread thread = new Thread(this::run, "bourse-watchdog");
    thread.setDaemon(true);
    thread.start();
  }

  /** Watches a gate until {@link #forget}. */
  public Guarded watch(Gatekeeper gate, Duration warn, Duration deadline, Owner owner) {
    Guarded guarded = new Guarded(gate, warn, deadline, owner);
    watched.add(guarded);
    return guarded;
  }

  /** Ends watching. */
  public void forget(Guarded guarded) {
    watched.remove(guarded);
  }

  /** Looks once at everything. */
  void look() {
    long now = nanos.getAsLong();
    for (Guarded each : watched) {
      each.look(now);
    }
  }

  private void run() {
    while (!closed) {
      look();
      LockSupport.parkNanos(this, LOOK_EVERY.toNanos());
    }
  }

  @Override
  public void close() {
    closed = true;
  }
}
