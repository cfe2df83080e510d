package dev.bourse.itests.recovery;

import dev.bourse.api.event.LifecycleEvent;
import dev.bourse.api.persistence.JournalCursor;
import dev.bourse.api.persistence.JournalEntry;
import dev.bourse.api.persistence.Snapshot;
import dev.bourse.api.persistence.Store;
import dev.bourse.api.trace.Turn;
import dev.bourse.core.TraderCore;
import dev.bourse.core.codec.TurnCodec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A core folded from a store.
 *
 * @param core the core, as of the last readable turn
 * @param differences what the rehearsed strategy would do differently
 */
record Recovered(TraderCore core, List<String> differences) {

  /** Folds; {@code after} sees the core after each repeated turn. */
  static Recovered of(Store store, LifecycleEvent.StrategyBound bound, Consumer<TraderCore> after) {
    Optional<Snapshot> snapshot = store.snapshots().newest();
    TraderCore core =
        snapshot
            .map(each -> TraderCore.restore(TradingHouse.settings(), each))
            .orElseGet(() -> new TraderCore(TradingHouse.settings()));
    if (!core.state().strategies().isEmpty()) {
      core.bind(bound, Restless::new);
    }
    after.accept(core);
    List<String> differences = new ArrayList<>();
    TurnCodec codec = new TurnCodec(core.instruments());
    try (JournalCursor cursor = store.journal().read(core.sequence() + 1)) {
      for (JournalEntry entry = cursor.next(); entry != null; entry = cursor.next()) {
        Turn turn = codec.decode(entry);
        if (turn.event() instanceof LifecycleEvent.StrategyBound
            && core.state().strategies().isEmpty()) {
          core.bind(bound, Restless::new);
        }
        differences.addAll(core.replay(turn));
        after.accept(core);
      }
    }
    return new Recovered(core, differences);
  }
}
