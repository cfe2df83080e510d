package dev.bourse.backtest.plan;

import dev.bourse.api.risk.RiskModule;
import java.util.SortedMap;

/**
 * A risk module that is asked about entries.
 *
 * @param name its type, which is its name in decisions
 * @param version the version of its bundle
 * @param limits its parameters as they work
 * @param module the module
 * @param loader the class loader of its code
 */
public record RiskPlan(
    String name,
    String version,
    SortedMap<String, String> limits,
    RiskModule module,
    ClassLoader loader) {}
