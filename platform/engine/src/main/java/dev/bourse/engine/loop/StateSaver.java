package dev.bourse.engine.loop;

import dev.bourse.api.persistence.Snapshot;
import dev.bourse.api.persistence.Store;
import dev.bourse.core.TraderCore;
import dev.bourse.engine.config.TraderValues;
import dev.bourse.engine.journal.JournalWriter;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Saves the state now and then: the loop takes it, a background thread waits until it is covered by
 * the journal and writes it. Entries covered by two good snapshots may then be archived.
 *
 * <p>While a strategy is away its missed turns must stay readable from its last state on, so saving
 * waits for it, up to a limit.
 */
final class StateSaver {
  private static final Logger LOG = LoggerFactory.getLogger(StateSaver.class);

  /** How many times longer than usual a save waits for a strategy that is away. */
  private static final int PATIENCE_FOR_ABSENT = 12;

  private final TraderCore core;
  private final Store store;
  private final JournalWriter writer;
  private final Executor background;
  private final long every;
  private final long turns;
  private final AtomicBoolean busy = new AtomicBoolean();
  private long savedAt = System.nanoTime();
  private long savedSequence;

  StateSaver(
      TraderCore core,
      Store store,
      JournalWriter writer,
      Executor background,
      TraderValues values) {
    this.core = core;
    this.store = store;
    this.writer = writer;
    this.background = background;
    this.every = TimeUnit.NANOSECONDS.convert(values.snapshotEvery());
    this.turns = values.snapshotTurns();
    this.savedSequence = core.sequence();
  }

  /** Saves if it is time. */
  void maybe(boolean strategyAway) {
    long since = core.sequence() - savedSequence;
    if (since <= 0) {
      return;
    }
    int patience = strategyAway ? PATIENCE_FOR_ABSENT : 1;
    boolean due = since >= turns * patience || System.nanoTime() - savedAt >= every * patience;
    if (due && busy.compareAndSet(false, true)) {
      savedAt = System.nanoTime();
      savedSequence = core.sequence();
      Snapshot snapshot = core.save();
      background.execute(() -> write(snapshot));
    }
  }

  /** Saves at an orderly end, after the writer has closed: everything is durable. */
  void last(boolean strategyAway) {
    boolean covered = writer.durable() >= core.sequence();
    if (!strategyAway && core.sequence() >= 0 && covered) {
      persist(core.save());
    } else if (!covered) {
      LOG.warn(
          "The last state, of turn {}, is not saved: the journal ends at turn {}",
          core.sequence(),
          writer.durable());
    }
  }

  private void write(Snapshot snapshot) {
    try {
      writer.awaitDurable(snapshot.sequence());
      persist(snapshot);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.warn("The state at turn {} was not saved: {}", snapshot.sequence(), e.getMessage());
    } finally {
      busy.set(false);
    }
  }

  private void persist(Snapshot snapshot) {
    store.snapshots().write(snapshot);
    List<Long> kept = store.snapshots().sequences();
    if (kept.size() >= 2) {
      store.journal().release(kept.get(kept.size() - 2));
    }
    LOG.debug("Saved the state at turn {}", snapshot.sequence());
  }
}
