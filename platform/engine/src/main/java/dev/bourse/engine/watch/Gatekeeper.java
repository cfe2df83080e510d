package dev.bourse.engine.watch;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Where one thread enters and leaves plug-in code. The thread itself pays two atomic moves per call
 * and reads no clock; the {@link Watchdog} looks from outside.
 *
 * <p>Once shut, nobody gets in any more, and a thread that was inside gets a {@link
 * ShutOutException} instead of a way back: so an interrupt, sent only to a thread that was shut out
 * inside, can never hit the engine's own work.
 */
public final class Gatekeeper {
  private static final int OUTSIDE = 0;
  private static final int INSIDE = 1;
  private static final int SHUT = 2;

  private final AtomicInteger state = new AtomicInteger(OUTSIDE);
  private int depth;
  private volatile long visits;
  private volatile String visitor = "";

  /** Enters; returns what {@link #leave} needs. Throws {@link ShutOutException} once shut. */
  public Visit enter(String who, ClassLoader loader) {
    if (depth == 0) {
      if (!state.compareAndSet(OUTSIDE, INSIDE)) {
        throw new ShutOutException();
      }
      countVisit();
    }
    Thread thread = Thread.currentThread();
    Visit visit = new Visit(visitor, thread.getContextClassLoader());
    depth++;
    visitor = who;
    thread.setContextClassLoader(loader);
    return visit;
  }

  /** Leaves; throws {@link ShutOutException} if the door was shut meanwhile. */
  public void leave(Visit visit) {
    Thread.currentThread().setContextClassLoader(visit.loader);
    visitor = visit.visitor;
    depth--;
    if (depth == 0 && !state.compareAndSet(INSIDE, OUTSIDE)) {
      throw new ShutOutException();
    }
  }

  /** Whether a thread was shut out inside. Any thread. */
  public boolean isShut() {
    return state.get() == SHUT;
  }

  /** What a thread was before it entered. */
  public static final class Visit {
    private final String visitor;
    private final ClassLoader loader;

    private Visit(String visitor, ClassLoader loader) {
      this.visitor = visitor;
      this.loader = loader;
    }
  }

  /** The number of the visit under way, or -1 while nobody is inside. Watchdog only. */
  long visit() {
    long number = visits;
    return state.get() == INSIDE ? number : -1;
  }

  /** Who is inside. Watchdog only. */
  String visitor() {
    return visitor;
  }

  /** Shuts the door if somebody is inside; false if they left in time. Watchdog only. */
  boolean shutIn() {
    return state.compareAndSet(INSIDE, SHUT);
  }

  @SuppressWarnings("NonAtomicVolatileUpdate") // written by the one thread that enters
  private void countVisit() {
    visits++;
  }
}
