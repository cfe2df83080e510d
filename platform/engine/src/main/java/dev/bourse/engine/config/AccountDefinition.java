package dev.bourse.engine.config;

import dev.bourse.api.model.AccountId;
import java.util.Map;

/**
 * An account as configured.
 *
 * @param id its name
 * @param type the exchange adapter
 * @param currency the code of the currency in which it is valued, empty for none
 * @param parameters the adapter's own parameters, not read yet
 */
public record AccountDefinition(
    AccountId id, String type, String currency, Map<String, String> parameters) {
  /** An account that is valued by quote currencies. */
  public AccountDefinition(AccountId id, String type, Map<String, String> parameters) {
    this(id, type, "", parameters);
  }
}
