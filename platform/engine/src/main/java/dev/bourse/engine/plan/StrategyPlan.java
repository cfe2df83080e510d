package dev.bourse.engine.plan;

import dev.bourse.api.config.Parameters;
import dev.bourse.api.event.LifecycleEvent;
import dev.bourse.api.model.OmsType;
import dev.bourse.api.model.StrategyId;
import dev.bourse.api.strategy.SignalStrategy;
import dev.bourse.api.strategy.Strategy;
import dev.bourse.api.strategy.StrategyContext;
import dev.bourse.api.strategy.StrategyFactory;
import dev.bourse.api.strategy.TradingStrategy;
import dev.bourse.core.strategy.StrategyMaker;
import dev.bourse.engine.config.StrategyDefinition;
import dev.bourse.engine.plugin.Plugin;
import dev.bourse.engine.watch.Door;
import dev.bourse.engine.watch.GuardedCode;
import dev.bourse.engine.watch.GuardedContext;
import dev.bourse.engine.watch.GuardedSignalStrategy;
import dev.bourse.engine.watch.GuardedStrategy;
import java.util.Map;
import java.util.TreeMap;

/**
 * A strategy and the factory that makes it.
 *
 * @param definition what was configured
 * @param plugin its factory
 * @param hash changes with everything that makes its kept state worthless: type, parameters,
 *     account, instruments, bar, warm-up, hedging
 */
public record StrategyPlan(
    StrategyDefinition definition, Plugin<StrategyFactory<?>> plugin, String hash) {

  /** Checks the parameters; throws {@link IllegalArgumentException} with every problem. */
  public static StrategyPlan of(StrategyDefinition definition, Plugin<StrategyFactory<?>> plugin) {
    Map<String, String> effective =
        Effective.of(plugin.service().configType(), definition.parameters());
    Map<String, String> all = new TreeMap<>(effective);
    all.put("strategy.type", definition.type());
    all.put("strategy.account", definition.account().value());
    all.put("strategy.instruments", definition.instruments().toString());
    all.put("strategy.bar", definition.bar());
    if (!definition.warmUp().isNone()) {
      all.put("strategy.warmup", definition.warmUp() + " " + definition.history());
    }
    if (definition.oms() == OmsType.HEDGING) {
      all.put("strategy.oms", definition.oms().toString());
    }
    return new StrategyPlan(definition, plugin, Effective.hash(all));
  }

  /** The instance. */
  public StrategyId id() {
    return definition.id();
  }

  /** What the trader is told when it is there. */
  public LifecycleEvent.StrategyBound bound() {
    return new LifecycleEvent.StrategyBound(
            definition.id(),
            definition.type(),
            plugin.version(),
            hash,
            definition.account(),
            definition.instruments(),
            definition.bar(),
            definition.allotment())
        .with(definition.oms());
  }

  /** Makes its objects, behind the given door. */
  public StrategyMaker maker(Door door) {
    String name = "strategy " + definition.id();
    Map<String, String> parameters = definition.parameters();
    StrategyFactory<?> factory = plugin.service();
    ClassLoader loader = plugin.loader();
    return context -> {
      StrategyContext place = new GuardedContext(context, name, loader, door);
      TradingStrategy made =
          GuardedCode.call(door.gate(), name, loader, () -> create(factory, parameters, place));
      return made instanceof SignalStrategy signals
          ? new GuardedSignalStrategy(signals, name, loader, door)
          : new GuardedStrategy((Strategy) made, name, loader, door);
    };
  }

  private static <C> TradingStrategy create(
      StrategyFactory<C> factory, Map<String, String> parameters, StrategyContext context) {
    return factory.create(Parameters.of(factory.configType()).read(parameters), context);
  }
}
