package dev.bourse.engine.journal;

import dev.bourse.api.event.LifecycleEvent;
import dev.bourse.api.exchange.ExchangeCommand;
import dev.bourse.api.persistence.EntryKind;
import dev.bourse.api.persistence.Journal;
import dev.bourse.api.persistence.JournalEntry;
import dev.bourse.api.persistence.JournalHealth;
import dev.bourse.api.persistence.StoreException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes turns before anything that follows from them leaves.
 *
 * <p>One thread, never interrupted, takes all turns that wait, appends them, hands them to the
 * operating system at once, and forces them at once if one of them is important (one force for all
 * that wait), else within the flush interval. Behind the force it releases commands to the adapters
 * and announcements to those who wait.
 *
 * <p>After a failed append or force nothing leaves any more: every command is reported as dropped,
 * once.
 */
public final class JournalWriter {
  private static final Logger LOG = LoggerFactory.getLogger(JournalWriter.class);
  private static final long LOOK_AT_HEALTH = TimeUnit.SECONDS.toNanos(1);

  private final Journal journal;
  private final WriterLimits limits;
  private final Generation generation;
  private final TurnQueue queue;
  private final Release release;
  private final Queue<Question> questions = new ConcurrentLinkedQueue<>();
  private final Outlet outlet;
  private final Thread thread;
  private final Object durableLock = new Object();
  private boolean unforced;
  private long unforcedSince;
  private JournalHealth reported = JournalHealth.GOOD;
  private String low = "";
  private volatile JournalHealth health = JournalHealth.GOOD;
  private volatile long durable;
  private volatile String failure = "";
  private volatile @Nullable EmergencyLog emergency;

  /** What is asked, and who waits to hear whether it was taken. */
  private record Question(ExchangeCommand.Query query, CompletableFuture<Boolean> taken) {}

  /**
   * A writer that is not started yet.
   *
   * @param announcer runs announcements; never the writer's own thread
   */
  public JournalWriter(
      Journal journal,
      WriterLimits limits,
      Generation generation,
      Outlet outlet,
      Executor announcer,
      ThreadFactory threads) {
    this.journal = journal;
    this.limits = limits;
    this.generation = generation;
    this.outlet = outlet;
    this.queue = new TurnQueue(limits);
    this.release = new Release(limits, generation, outlet, announcer);
    this.durable = journal.lastForced();
    this.thread = threads.newThread(this::run);
  }

  /** Starts the thread. */
  public void start() {
    thread.start();
  }

  /**
   * Takes a turn. Loop only. Nothing happens once the writer was closed or its loop lost its right.
   */
  public void submit(Outgoing turn) {
    if (generation.isValid() && queue.put(turn)) {
      release.expect(turn.commands().size());
    }
  }

  /**
   * Asks a venue behind everything that was submitted before. No turn follows from it, so nothing
   * is written; nothing is asked once the journal failed. Loop only; who asks waits with the next
   * question until this one was handed over.
   *
   * @return whether the adapter took it; never done if the writer ends before
   */
  public CompletableFuture<Boolean> ask(ExchangeCommand.Query query) {
    Question question = new Question(query, new CompletableFuture<>());
    questions.add(question);
    queue.wake();
    return question.taken();
  }

  /** Whether the loop may take market data: enough room for what must not wait. */
  public boolean hasRoom() {
    return queue.hasRoom();
  }

  /** Waits until there is room, up to the given time. */
  public boolean awaitRoom(long nanos) throws InterruptedException {
    return queue.awaitRoom(nanos);
  }

  /** How many turns wait for the writer. Any thread. */
  public int pending() {
    return queue.size();
  }

  /** How many commands were submitted and neither left nor were dropped. Any thread. */
  public int pendingCommands() {
    return release.pending();
  }

  /** The last sequence that is proven durable. Any thread. */
  public long durable() {
    return durable;
  }

  /** What the journal can take; FAILED also if this writer gave up. Any thread. */
  public JournalHealth health() {
    return health;
  }

  /**
   * From now on what leaves is written to another file. Throws {@link IllegalArgumentException} if
   * the journal has not failed, {@link StoreException} if that file cannot be written.
   */
  public void emergency(EmergencyLog log) {
    if (health.state() != JournalHealth.State.FAILED) {
      throw new IllegalArgumentException(
          "the journal works, so there is no need for an emergency: use trader:flatten or"
              + " risk:halt");
    }
    if (emergency == null) {
      log.open();
      emergency = log;
    }
  }

  /**
   * Waits until the sequence is durable; for traders whose venue lives on the loop's thread. Throws
   * {@link StoreException} if it never will be.
   */
  public void awaitDurable(long sequence) throws InterruptedException {
    synchronized (durableLock) {
      while (durable < sequence) {
        if (!failure.isEmpty()) {
          throw new StoreException(failure);
        }
        if (!generation.isValid() || !thread.isAlive()) {
          throw new StoreException("turn " + sequence + " was not written: its loop was replaced");
        }
        durableLock.wait(100);
      }
    }
  }

  /**
   * Writes and forces what waits, then ends; waits for that up to the given time and says whether
   * it happened.
   */
  public boolean close(long nanos) throws InterruptedException {
    queue.close();
    if (thread.getState() == Thread.State.NEW) {
      return true;
    }
    thread.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(nanos)));
    return !thread.isAlive();
  }

  private void run() {
    boolean more = true;
    while (more) {
      List<Outgoing> turns = queue.take(patience());
      more = !turns.isEmpty() || !queue.isClosed();
      if (!generation.isValid()) {
        more = false;
      } else if (failure.isEmpty()) {
        guarded(turns, !more);
      } else {
        turns.forEach(this::withoutJournal);
      }
      ask();
    }
    release.lose("the trader stopped before this was durable");
    signal();
  }

  private void ask() {
    for (Question next = questions.poll(); next != null; next = questions.poll()) {
      next.taken().complete(generation.isValid() && failure.isEmpty() && isTaken(next.query()));
    }
  }

  private boolean isTaken(ExchangeCommand.Query query) {
    try {
      return outlet.execute(query);
    } catch (Throwable e) { // whatever it is: what only asks must not end what writes
      LOG.warn("Order {} could not be asked for", query.orderId(), e);
      return false;
    }
  }

  private void withoutJournal(Outgoing turn) {
    EmergencyLog log = emergency;
    if (log == null) {
      release.drop(turn, failure);
      return;
    }
    try {
      log.write(turn.commands());
      release.logged(turn, failure);
    } catch (StoreException e) {
      release.drop(turn, String.valueOf(e.getMessage()));
    }
  }

  private long patience() {
    if (!unforced) {
      return LOOK_AT_HEALTH;
    }
    long left = unforcedSince + TurnQueue.nanos(limits.flushInterval()) - System.nanoTime();
    return Math.max(0, left);
  }

  private void guarded(List<Outgoing> turns, boolean last) {
    try {
      write(turns);
      boolean due = unforced && patience() <= 0;
      if (release.isUrgent() || due || (unforced && last)) {
        force();
      }
      lookAtHealth(journal.health());
    } catch (RuntimeException | Error e) {
      fail(e, turns);
    }
  }

  private void write(List<Outgoing> turns) {
    if (turns.isEmpty()) {
      return;
    }
    for (Outgoing turn : turns) {
      append(turn.entry());
      release.add(turn);
    }
    journal.write();
    if (!unforced) {
      unforced = true;
      unforcedSince = System.nanoTime();
    }
  }

  /**
   * What was decided before the disk was full may use the reserve: it already happened, also when
   * the journal only learns during this append that there is no next segment.
   */
  private void append(JournalEntry entry) {
    if (entry.kind() == EntryKind.RESERVE || isFull()) {
      journal.append(reserved(entry));
      return;
    }
    try {
      journal.append(entry);
    } catch (StoreException e) {
      if (!isFull()) {
        throw e;
      }
      journal.append(reserved(entry));
    }
  }

  private boolean isFull() {
    return journal.health().state() == JournalHealth.State.RESERVE;
  }

  private static JournalEntry reserved(JournalEntry entry) {
    return entry.kind() == EntryKind.RESERVE
        ? entry
        : new JournalEntry(
            entry.sequence(),
            entry.time(),
            EntryKind.RESERVE,
            entry.schema(),
            entry.keys(),
            entry.payload());
  }

  private void force() {
    journal.force();
    unforced = false;
    durable = journal.lastForced();
    release.all();
    signal();
  }

  private void signal() {
    synchronized (durableLock) {
      durableLock.notifyAll();
    }
  }

  private void fail(Throwable cause, List<Outgoing> turns) {
    failure =
        "the journal failed and takes nothing more: "
            + (cause instanceof StoreException ? cause.getMessage() : cause);
    lookAtHealth(new JournalHealth(JournalHealth.State.FAILED, failure));
    release.dropAll(turns, failure);
    signal();
  }

  private void lookAtHealth(JournalHealth now) {
    health = now;
    if (now.state() != reported.state()) {
      reported = now;
      boolean healthy = now.state() == JournalHealth.State.GOOD;
      outlet.report(new LifecycleEvent.StorageChanged(healthy, now.detail()));
    }
    lookAtRoom(now);
  }

  /** Says once that room runs out, and once that there is enough again; the count is in health. */
  private void lookAtRoom(JournalHealth now) {
    boolean good = now.state() == JournalHealth.State.GOOD;
    if (good && !now.detail().isEmpty()) {
      if (low.isEmpty()) {
        outlet.report(new LifecycleEvent.StorageLow(true, now.detail()));
      }
      low = now.detail();
    } else if (good && !low.isEmpty()) {
      outlet.report(new LifecycleEvent.StorageLow(false, "there is room again; before: " + low));
      low = "";
    }
  }
}
