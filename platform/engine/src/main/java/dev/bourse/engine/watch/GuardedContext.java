package dev.bourse.engine.watch;

import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.OmsType;
import dev.bourse.api.model.StrategyId;
import dev.bourse.api.state.Kept;
import dev.bourse.api.strategy.StrategyContext;
import dev.bourse.api.strategy.Watcher;
import java.time.Duration;

/**
 * The place of a strategy whose watchers are behind the gatekeeper as it is itself.
 *
 * @param context the place
 * @param name who is told to be inside
 * @param loader the plug-in's class loader
 * @param door where the gatekeeper is
 */
public record GuardedContext(StrategyContext context, String name, ClassLoader loader, Door door)
    implements StrategyContext {
  @Override
  public StrategyId id() {
    return context.id();
  }

  @Override
  public Instrument instrument() {
    return context.instrument();
  }

  @Override
  public OmsType oms() {
    return context.oms();
  }

  @Override
  public <T extends Kept> T keep(String kept, T state) {
    return context.keep(kept, state);
  }

  @Override
  public void watch(String watched, Duration interval, Watcher watcher) {
    context.watch(
        watched,
        interval,
        orders -> {
          Gatekeeper gate = door.gate();
          Gatekeeper.Visit visit = gate.enter(name, loader);
          try {
            watcher.look(orders);
          } finally {
            gate.leave(visit);
          }
        });
  }
}
