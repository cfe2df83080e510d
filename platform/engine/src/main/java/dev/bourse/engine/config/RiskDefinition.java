package dev.bourse.engine.config;

import java.util.Map;

/**
 * A risk module as configured.
 *
 * @param name its name
 * @param type its plug-in
 * @param parameters its limits, not read yet
 */
public record RiskDefinition(String name, String type, Map<String, String> parameters) {}
