package dev.bourse.engine.config;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/**
 * The keys of {@code dev.bourse.account-<name>.cfg}; the adapter's own parameters stand beside
 * them.
 */
@ObjectClassDefinition(
    name = "Account",
    description = "One exchange account. PID dev.bourse.account-<name>")
public @interface AccountConfig {
  /** The PID. */
  String PID = "dev.bourse.account";

  @AttributeDefinition(description = "the trader that this account belongs to")
  String trader();

  @AttributeDefinition(description = "the exchange adapter, such as simulated")
  String type();

  @AttributeDefinition(
      description =
          "the currency in which the account is valued, like USDT: entries stop while a traded asset has no price that"
              + " leads there; empty: by quote currencies, and nothing stops")
  String account_currency() default "";
}
