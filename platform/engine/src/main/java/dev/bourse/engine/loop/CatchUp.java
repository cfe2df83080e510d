package dev.bourse.engine.loop;

import dev.bourse.api.persistence.Store;
import dev.bourse.api.trace.Turn;
import dev.bourse.core.TraderCore;
import dev.bourse.core.decision.StrategySlot;
import dev.bourse.core.settings.TraderSettings;
import dev.bourse.engine.plan.StrategyPlan;
import dev.bourse.engine.watch.Door;
import dev.bourse.engine.watch.Gatekeeper;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A strategy that is back learns what it missed, beside the trader: on a thread of its own a second
 * core is rebuilt from the store with only this strategy seated, then follows the turns that the
 * trader takes meanwhile. When it is close behind, the loop lets it take the last few and moves the
 * strategy's objects over. What the strategy wanted in the gap goes nowhere.
 *
 * <p>The second core belongs to the catch-up's thread until that calls {@code ready}, then to the
 * loop.
 */
final class CatchUp implements Consumer<Turn> {
  private static final Logger LOG = LoggerFactory.getLogger(CatchUp.class);
  private static final int CLOSE = 64;
  private static final int MAX_BEHIND = 500_000;

  private final StrategyPlan plan;
  private final TraderSettings settings;
  private final Store store;
  private final long from;
  private final Gatekeeper gate = new Gatekeeper();
  private final Door door = new Door(gate);
  private final ArrayDeque<Turn> missed = new ArrayDeque<>();
  private boolean overflown;

  /**
   * A catch-up that is not begun.
   *
   * @param from the trader's last turn now; every later one comes by {@link #accept}
   */
  CatchUp(StrategyPlan plan, TraderSettings settings, Store store, long from) {
    this.plan = plan;
    this.settings = settings;
    this.store = store;
    this.from = from;
  }

  StrategyPlan plan() {
    return plan;
  }

  /** Where the catch-up's thread enters plug-in code. */
  Gatekeeper gate() {
    return gate;
  }

  /** A turn of the trader. Loop only. */
  @Override
  public synchronized void accept(Turn turn) {
    if (missed.size() >= MAX_BEHIND) {
      overflown = true;
      missed.clear();
    } else if (!overflown) {
      missed.addLast(turn);
    }
  }

  private synchronized List<Turn> take() {
    if (overflown) {
      throw new IllegalStateException(
          "strategy " + plan.id() + " cannot catch up: the trader is faster");
    }
    List<Turn> batch = new ArrayList<>(missed);
    missed.clear();
    return batch;
  }

  /** Rebuilds and follows until it is close behind. Throws what the strategy's factory throws. */
  Replay run(WrittenThrough written) throws InterruptedException {
    written.await(from);
    Replay replay = Replay.begin(settings, store, door, List.of(plan));
    replay.read(store, from);
    List<Turn> batch = take();
    while (batch.size() > CLOSE) {
      batch.forEach(replay::apply);
      batch = take();
    }
    batch.forEach(replay::apply);
    LOG.info(
        "Strategy {} was rehearsed on {} turns; {} wishes of its absence went nowhere",
        plan.id(),
        replay.turns(),
        replay.differing());
    return replay;
  }

  /** Takes the last turns and gives the objects to the trader's core. Loop only. */
  boolean moveTo(TraderCore core, Replay replay, Gatekeeper loopGate) {
    take().forEach(replay::apply);
    List<StrategySlot> slots = replay.core().unbind(plan.id());
    if (slots.isEmpty() || replay.core().sequence() != core.sequence()) {
      return false;
    }
    door.moveTo(loopGate);
    core.adopt(plan.id(), slots);
    return true;
  }

  /** Waits until the journal has a turn. */
  @FunctionalInterface
  interface WrittenThrough {
    void await(long sequence) throws InterruptedException;
  }
}
