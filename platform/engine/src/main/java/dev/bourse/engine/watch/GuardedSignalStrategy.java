package dev.bourse.engine.watch;

import dev.bourse.api.event.Bar;
import dev.bourse.api.model.Signal;
import dev.bourse.api.strategy.SignalInterval;
import dev.bourse.api.strategy.SignalRules;
import dev.bourse.api.strategy.SignalStrategy;
import dev.bourse.api.strategy.SignalView;
import java.util.Optional;

/**
 * A signal strategy behind the gatekeeper: what the plug-in says passes it, what the platform does
 * with its signals does not. Interval and rules are asked for once.
 */
public final class GuardedSignalStrategy implements SignalStrategy {
  private final SignalStrategy strategy;
  private final String name;
  private final ClassLoader loader;
  private final Door door;
  private final SignalInterval interval;
  private final SignalRules rules;

  /** Guards a strategy that was made by a plug-in with the given class loader. */
  public GuardedSignalStrategy(
      SignalStrategy strategy, String name, ClassLoader loader, Door door) {
    this.strategy = strategy;
    this.name = name;
    this.loader = loader;
    this.door = door;
    this.interval = GuardedCode.call(door.gate(), name, loader, strategy::interval);
    this.rules = GuardedCode.call(door.gate(), name, loader, strategy::rules);
  }

  @Override
  public SignalInterval interval() {
    return interval;
  }

  @Override
  public SignalRules rules() {
    return rules;
  }

  @Override
  public void onBar(Bar bar) {
    Gatekeeper gate = door.gate();
    Gatekeeper.Visit visit = gate.enter(name, loader);
    try {
      strategy.onBar(bar);
    } finally {
      gate.leave(visit);
    }
  }

  @Override
  public Optional<Signal> signal(SignalView view) {
    return GuardedCode.call(door.gate(), name, loader, () -> strategy.signal(view));
  }
}
