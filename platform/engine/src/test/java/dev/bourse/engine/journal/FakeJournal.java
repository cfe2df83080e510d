package dev.bourse.engine.journal;

import dev.bourse.api.persistence.EntryKind;
import dev.bourse.api.persistence.Journal;
import dev.bourse.api.persistence.JournalCursor;
import dev.bourse.api.persistence.JournalEntry;
import dev.bourse.api.persistence.JournalHealth;
import dev.bourse.api.persistence.OpeningReport;
import dev.bourse.api.persistence.StoreException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** A journal whose disk can be slow, full or broken on demand. */
public final class FakeJournal implements Journal {
  private final List<JournalEntry> entries = new ArrayList<>();
  private final AtomicInteger forces = new AtomicInteger();
  private long written = -1;
  private long forced = -1;
  private volatile JournalHealth health = JournalHealth.GOOD;
  private volatile String forceFailure = "";
  private volatile String shortage = "";
  private volatile CountDownLatch forceGate = new CountDownLatch(0);
  private final CountDownLatch forceEntered = new CountDownLatch(1);

  /** The next force says this instead of succeeding. */
  public void failForce(String reason) {
    forceFailure = reason;
  }

  /** The next append learns that there is no room behind the reserve. */
  public void fillUpDuringAppend(String reason) {
    shortage = reason;
  }

  /** Forces wait until the returned latch is counted down. */
  public CountDownLatch holdForce() {
    forceGate = new CountDownLatch(1);
    return forceGate;
  }

  /** Waits until a force began. */
  public void awaitForceBegun() throws InterruptedException {
    forceEntered.await();
  }

  public void health(JournalHealth.State state, String detail) {
    health = new JournalHealth(state, detail);
  }

  public int forces() {
    return forces.get();
  }

  public synchronized List<JournalEntry> entries() {
    return List.copyOf(entries);
  }

  @Override
  public OpeningReport opening() {
    return new OpeningReport(-1, -1, 0, List.of());
  }

  @Override
  public synchronized void append(JournalEntry entry) {
    if (!shortage.isEmpty()) {
      health = new JournalHealth(JournalHealth.State.RESERVE, shortage);
    }
    if (health.state() == JournalHealth.State.RESERVE && entry.kind() != EntryKind.RESERVE) {
      throw new StoreException(health.detail());
    }
    entries.add(entry);
  }

  @Override
  public synchronized void write() {
    written = lastAppended();
  }

  @Override
  public void force() {
    forceEntered.countDown();
    try {
      forceGate.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException("the writer was interrupted", e);
    }
    if (!forceFailure.isEmpty()) {
      health = new JournalHealth(JournalHealth.State.FAILED, forceFailure);
      throw new StoreException(forceFailure);
    }
    forces.incrementAndGet();
    synchronized (this) {
      forced = written;
    }
  }

  @Override
  public synchronized long lastAppended() {
    return entries.isEmpty() ? -1 : entries.get(entries.size() - 1).sequence();
  }

  @Override
  public synchronized long lastWritten() {
    return written;
  }

  @Override
  public synchronized long lastForced() {
    return forced;
  }

  @Override
  public JournalHealth health() {
    return health;
  }

  @Override
  public JournalCursor read(long fromSequence) {
    throw new UnsupportedOperationException("nobody reads this journal");
  }

  @Override
  public void release(long throughSequence) {
    throw new UnsupportedOperationException("nobody releases this journal");
  }
}
