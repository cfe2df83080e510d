package dev.bourse.engine.config;

import dev.bourse.api.model.AccountId;
import java.util.Map;

/**
 * An account as configured.
 *
 * @param id its name
 * @param type the exchange adapter
 * @param parameters the adapter's own parameters, not read yet
 */
public record AccountDefinition(AccountId id, String type, Map<String, String> parameters) {}
