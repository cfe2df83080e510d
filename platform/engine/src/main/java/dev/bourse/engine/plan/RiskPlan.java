package dev.bourse.engine.plan;

import dev.bourse.api.config.Parameters;
import dev.bourse.api.risk.RiskModule;
import dev.bourse.api.risk.RiskModuleFactory;
import dev.bourse.engine.config.RiskDefinition;
import dev.bourse.engine.plugin.Plugin;
import dev.bourse.engine.watch.Gatekeeper;
import dev.bourse.engine.watch.GuardedCode;
import java.util.Map;

/**
 * A risk module and the factory that makes it.
 *
 * @param definition what was configured
 * @param plugin its factory
 */
public record RiskPlan(RiskDefinition definition, Plugin<RiskModuleFactory<?>> plugin) {
  /** Checks the limits; throws {@link IllegalArgumentException} with every problem. */
  public static RiskPlan of(RiskDefinition definition, Plugin<RiskModuleFactory<?>> plugin) {
    Effective.of(plugin.service().configType(), definition.parameters());
    return new RiskPlan(definition, plugin);
  }

  /** Its name. */
  public String name() {
    return definition.name();
  }

  /** Makes the module, behind the gatekeeper of the thread that will call it. */
  public RiskModule make(Gatekeeper gate) {
    String who = "risk module " + definition.name();
    RiskModule module =
        GuardedCode.call(
            gate, who, plugin.loader(), () -> create(plugin.service(), definition.parameters()));
    return GuardedCode.risk(module, who, plugin.loader(), gate);
  }

  private static <C> RiskModule create(
      RiskModuleFactory<C> factory, Map<String, String> parameters) {
    return factory.create(Parameters.of(factory.configType()).read(parameters));
  }
}
