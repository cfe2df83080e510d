package dev.bourse.engine.loop;

import dev.bourse.api.persistence.Store;
import dev.bourse.core.TraderCore;
import dev.bourse.engine.clock.TraderClock;
import dev.bourse.engine.inbox.Inbox;
import dev.bourse.engine.journal.Generation;
import dev.bourse.engine.journal.JournalWriter;
import dev.bourse.engine.plan.TraderPlan;
import dev.bourse.engine.venue.Venues;
import dev.bourse.engine.watch.Gatekeeper;
import dev.bourse.engine.watch.ShutOutException;
import java.util.concurrent.TimeUnit;

/**
 * What the classes of one loop share.
 *
 * @param plan what the trader is made of
 * @param core its state
 * @param clock its time
 * @param inbox what arrives
 * @param store where it is kept
 * @param writer the way to the journal
 * @param recorder hands turns to the writer
 * @param generation the loop's right
 * @param gate where the loop enters plug-in code
 * @param venues accounts with threads of their own
 */
record LoopParts(
    TraderPlan plan,
    TraderCore core,
    TraderClock clock,
    Inbox inbox,
    Store store,
    JournalWriter writer,
    Recorder recorder,
    Generation generation,
    Gatekeeper gate,
    Venues venues) {
  /** Throws {@link ShutOutException} if this loop was replaced. */
  void requireRight() {
    if (!generation.isValid()) {
      throw new ShutOutException();
    }
  }

  /** The first time allowed for the next turn, at or after the given one. */
  long atLeast(long time) {
    return Math.max(time, core.time());
  }

  /** Since when a venue is asked for what it executed; 0 for as far back as it keeps. */
  long since() {
    long lookback = TimeUnit.NANOSECONDS.convert(plan.values().reconcile().lookback());
    return core.sequence() < 0 || lookback == 0 ? 0 : core.time() - lookback;
  }
}
