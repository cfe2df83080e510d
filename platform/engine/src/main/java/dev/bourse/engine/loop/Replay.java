package dev.bourse.engine.loop;

import dev.bourse.api.event.LifecycleEvent;
import dev.bourse.api.persistence.JournalCursor;
import dev.bourse.api.persistence.JournalEntry;
import dev.bourse.api.persistence.Snapshot;
import dev.bourse.api.persistence.Store;
import dev.bourse.api.persistence.StoreException;
import dev.bourse.api.trace.Turn;
import dev.bourse.core.TraderCore;
import dev.bourse.core.codec.TurnCodec;
import dev.bourse.core.settings.TraderSettings;
import dev.bourse.engine.plan.StrategyPlan;
import dev.bourse.engine.watch.Door;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Rebuilds a core from the store: the newest good snapshot, then every recorded turn after it.
 * Strategies are seated as early as their recorded parameters equal the configured ones, and
 * rehearsed from there on. One thread.
 */
final class Replay {
  private static final int MAX_DIFFERENCES = 20;

  private final TraderCore core;
  private final Seats seats;
  private final TurnCodec codec;
  private final List<String> differences = new ArrayList<>();
  private long differing;
  private long turns;

  private Replay(TraderCore core, Seats seats) {
    this.core = core;
    this.seats = seats;
    this.codec = new TurnCodec(core.instruments());
  }

  /** Restores the newest snapshot and seats strategies; nothing is replayed yet. */
  static Replay begin(
      TraderSettings settings, Store store, Door door, Collection<StrategyPlan> plans) {
    Optional<Snapshot> newest = store.snapshots().newest();
    TraderCore core =
        newest
            .map(snapshot -> TraderCore.restore(settings, snapshot))
            .orElseGet(() -> new TraderCore(settings));
    Replay replay = new Replay(core, new Seats(core, door, plans));
    replay.seats.restored();
    return replay;
  }

  /** Replays what the journal has now, up to the given sequence. */
  void read(Store store, long through) {
    long first = store.journal().opening().firstSequence();
    if (first > core.sequence() + 1) {
      throw new StoreException(
          "the journal begins at turn "
              + first
              + " but the state ends at turn "
              + core.sequence()
              + ": turns between are lost; restore the store from a backup, or move it away to start"
              + " anew and reconcile with the venues");
    }
    try (JournalCursor cursor = store.journal().read(core.sequence() + 1)) {
      JournalEntry entry = core.sequence() < through ? cursor.next() : null;
      while (entry != null) {
        apply(codec.decode(entry));
        entry = core.sequence() < through ? cursor.next() : null;
      }
    }
  }

  /** Repeats one recorded turn; turns already in the state are skipped. */
  void apply(Turn turn) {
    if (turn.sequence() <= core.sequence()) {
      return;
    }
    if (turn.event() instanceof LifecycleEvent.StrategyBound bound) {
      seats.beforeBound(bound);
    }
    turns++;
    for (String difference : core.replay(turn)) {
      differing++;
      if (differences.size() < MAX_DIFFERENCES) {
        differences.add(difference);
      }
    }
  }

  TraderCore core() {
    return core;
  }

  Seats seats() {
    return seats;
  }

  long turns() {
    return turns;
  }

  /** What strategies would do differently now, the first few. */
  List<String> differences() {
    return differences;
  }

  long differing() {
    return differing;
  }
}
