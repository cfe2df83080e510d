package dev.bourse.engine.plan;

import dev.bourse.api.exchange.ExchangeFactory;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.model.OmsType;
import dev.bourse.engine.config.StrategyDefinition;
import dev.bourse.engine.config.TraderConfig;
import dev.bourse.engine.config.TraderDefinition;
import dev.bourse.engine.plugin.Plugin;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A trader's configuration as it works: what was given and, where nothing was, the defaults. The
 * trader's own keys stand as they are; those of its parts behind {@code data.}, {@code
 * account.<name>.}, {@code strategy.<name>.} and {@code risk.<name>.}. Secrets are masked.
 */
public final class EffectiveConfiguration {
  private EffectiveConfiguration() {}

  /** The trader's own keys: what can be said while store, accounts or data are not there. */
  public static SortedMap<String, String> of(TraderDefinition definition) {
    return new TreeMap<>(Effective.of(TraderConfig.class, definition.given()));
  }

  /** All keys of a plan. */
  public static SortedMap<String, String> of(TraderPlan plan) {
    SortedMap<String, String> keys = of(plan.definition());
    if (plan.data() instanceof DataPlan.Live live) {
      Plugin<ExchangeFactory<?>> plugin = live.account().plugin();
      Class<?> declared = plugin.service().configType();
      put(keys, "data", plugin, declared, live.account().definition().parameters());
    }
    for (AccountPlan each : plan.accounts()) {
      String prefix = "account." + each.id();
      if (!each.definition().currency().isEmpty()) {
        keys.put(prefix + ".account.currency", each.definition().currency());
      }
      put(
          keys,
          prefix,
          each.plugin(),
          each.plugin().service().configType(),
          each.definition().parameters());
    }
    for (StrategyPlan each : plan.strategies()) {
      String prefix = "strategy." + each.id();
      frame(keys, prefix, each.definition());
      put(
          keys,
          prefix,
          each.plugin(),
          each.plugin().service().configType(),
          each.definition().parameters());
    }
    for (RiskPlan each : plan.risks()) {
      put(
          keys,
          "risk." + each.name(),
          each.plugin(),
          each.plugin().service().configType(),
          each.definition().parameters());
    }
    return keys;
  }

  private static void frame(
      Map<String, String> keys, String prefix, StrategyDefinition definition) {
    keys.put(prefix + ".account", definition.account().value());
    if (!definition.warmUp().isNone()) {
      keys.put(prefix + ".warmup", definition.warmUp().toString());
      keys.put(prefix + ".warmup.data", definition.history());
    }
    keys.put(prefix + ".allotment", definition.allotment());
    if (definition.oms() == OmsType.HEDGING) {
      keys.put(prefix + ".oms", definition.oms().toString());
    }
    keys.put(prefix + ".bar", definition.bar());
    keys.put(
        prefix + ".instruments",
        definition.instruments().stream()
            .map(InstrumentId::toString)
            .collect(Collectors.joining(",")));
  }

  private static void put(
      Map<String, String> keys,
      String prefix,
      Plugin<?> plugin,
      Class<?> declared,
      Map<String, String> given) {
    keys.put(prefix + ".type", plugin.type());
    keys.put(prefix + ".version", plugin.version());
    effective(declared, given).forEach((key, value) -> keys.put(prefix + "." + key, value));
  }

  /** Nothing for a plug-in that left in this moment: what it declares cannot be read any more. */
  private static Map<String, String> effective(Class<?> declared, Map<String, String> given) {
    try {
      return Effective.of(declared, given);
    } catch (IllegalArgumentException e) {
      return Map.of();
    }
  }
}
