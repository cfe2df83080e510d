package dev.bourse.engine.loop;

import dev.bourse.api.model.StrategyId;
import dev.bourse.core.settings.TraderSettings;
import dev.bourse.engine.config.TraderValues;
import dev.bourse.engine.inbox.Post;
import dev.bourse.engine.plan.StrategyPlan;
import dev.bourse.engine.plugin.Plugin;
import dev.bourse.engine.watch.Watchdog;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/** Strategies on their way back. Loop only, but for the catch-ups' own threads. */
final class Returns {
  private final LoopParts parts;
  private final TraderSettings settings;
  private final StrategyDesk desk;
  private final Watchdog watchdog;
  private final BiConsumer<StrategyPlan, String> refused;
  private final Map<StrategyId, CatchUp> underWay = new TreeMap<>();
  private final Map<StrategyId, StrategyPlan> warming = new TreeMap<>();

  /**
   * Nobody is on the way.
   *
   * @param refused told, on the loop, that a strategy cannot come back
   */
  Returns(
      LoopParts parts,
      TraderSettings settings,
      StrategyDesk desk,
      Watchdog watchdog,
      BiConsumer<StrategyPlan, String> refused) {
    this.parts = parts;
    this.settings = settings;
    this.desk = desk;
    this.watchdog = watchdog;
    this.refused = refused;
  }

  /** A strategy is there (again). One with a past catches up first. */
  void begin(StrategyPlan plan) {
    if (desk.isSeated(plan.id())) {
      desk.release(plan.id(), "strategy " + plan.id() + " is being replaced");
    }
    cancel(plan.id());
    if (desk.hasPast(plan)) {
      CatchUp catchUp = new CatchUp(plan, settings, parts.store(), parts.core().sequence());
      underWay.put(plan.id(), catchUp);
      parts.recorder().follow(catchUp);
      Thread thread = new Thread(() -> run(catchUp), "bourse-" + settings.trader() + "-catch-up");
      thread.setContextClassLoader(getClass().getClassLoader());
      thread.setDaemon(true);
      thread.start();
    } else if (plan.definition().warmUp().isNone()) {
      seat(plan, PastBars.Past.NONE);
    } else {
      warmUp(plan);
    }
  }

  /** The past is read beside the trader, which goes on meanwhile. */
  private void warmUp(StrategyPlan plan) {
    Supplier<PastBars.Past> reading = desk.reading(plan);
    warming.put(plan.id(), plan);
    Thread thread =
        new Thread(
            () -> {
              PastBars.Past past = reading.get();
              post(
                  () -> {
                    if (warming.remove(plan.id(), plan)) {
                      seat(plan, past);
                    }
                  });
            },
            "bourse-" + settings.trader() + "-warm-up");
    thread.setContextClassLoader(getClass().getClassLoader());
    thread.setDaemon(true);
    thread.start();
  }

  private void seat(StrategyPlan plan, PastBars.Past past) {
    try {
      desk.begin(plan, past);
    } catch (IllegalArgumentException e) {
      desk.release(plan.id(), String.valueOf(e.getMessage()));
      refused.accept(plan, String.valueOf(e.getMessage()));
    }
  }

  /** A plug-in left before its strategies were back. */
  void cancel(Plugin<?> plugin) {
    warming.values().removeIf(plan -> plan.plugin().isSame(plugin));
    for (CatchUp catchUp : List.copyOf(underWay.values())) {
      if (catchUp.plan().plugin().isSame(plugin)) {
        cancel(catchUp.plan().id());
      }
    }
  }

  /** A strategy is not wanted back any more. */
  void cancel(StrategyId id) {
    warming.remove(id);
    CatchUp catchUp = underWay.remove(id);
    if (catchUp != null) {
      parts.recorder().unfollow(catchUp);
    }
  }

  private void run(CatchUp catchUp) {
    TraderValues values = parts.plan().values();
    Watchdog.Guarded guarded =
        watchdog.watch(catchUp.gate(), values.warn(), values.deadline(), owner(catchUp));
    try {
      Replay replay = catchUp.run(parts.writer()::awaitDurable);
      post(() -> finish(catchUp, replay));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | LinkageError e) {
      fail(catchUp, String.valueOf(e.getMessage()));
    } finally {
      watchdog.forget(guarded);
    }
  }

  private void finish(CatchUp catchUp, Replay replay) {
    StrategyPlan plan = catchUp.plan();
    if (isAwaited(catchUp)) {
      cancel(plan.id());
      if (catchUp.moveTo(parts.core(), replay, parts.gate())) {
        desk.adopt(plan);
      } else {
        seat(plan, PastBars.Past.NONE);
      }
    }
  }

  /** Only one that is still awaited: whoever left while it caught up cannot be blamed for it. */
  private void fail(CatchUp catchUp, String reason) {
    post(
        () -> {
          if (isAwaited(catchUp)) {
            cancel(catchUp.plan().id());
            refused.accept(catchUp.plan(), reason);
          }
        });
  }

  @SuppressWarnings("ReferenceEquality") // this very attempt, not one like it
  private boolean isAwaited(CatchUp catchUp) {
    return underWay.get(catchUp.plan().id()) == catchUp;
  }

  private void post(Post.Task task) {
    parts.inbox().add(task);
  }

  private Watchdog.Owner owner(CatchUp catchUp) {
    return new Watchdog.Owner() {
      @Override
      public void slow(String visitor, Duration since) {
        // While it catches up nobody waits for it.
      }

      @Override
      public void hung(String visitor, Duration since) {
        fail(catchUp, visitor + " did not return within " + since.toMillis() + " ms");
      }
    };
  }
}
