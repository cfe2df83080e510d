package dev.bourse.venue.binance;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** A local venue inside Bourse. */
@ObjectClassDefinition(
    name = "Local venue",
    description = "A server on this machine that speaks the protocol of Binance's spot market")
public @interface Config {
  /** Where it listens. */
  @AttributeDefinition(
      description = "port on 127.0.0.1; 0 for any free one",
      min = "0",
      max = "65535")
  int port() default 9080;

  /** Who trades. */
  @AttributeDefinition(description = "accounts, name:balances:key:secret, separated by semicolons")
  String accounts() default AccountText.USUAL;

  /** What happens to orders that meet their own account's. */
  @AttributeDefinition(
      description = "when an order meets one of its own account, which of them ends",
      options = {
        @Option(value = "none", label = "none"),
        @Option(value = "expire-maker", label = "expire-maker"),
        @Option(value = "expire-taker", label = "expire-taker"),
        @Option(value = "expire-both", label = "expire-both")
      })
  String self_trade() default "expire-maker";

  /** Recorded prices. */
  @AttributeDefinition(
      description = "a set of recorded data, as data:list names it; empty: prices are generated")
  String data() default "";

  /** How fast. */
  @AttributeDefinition(
      description =
          "how many times faster than recorded data was recorded; 0: as fast as it can be")
  String speed() default "1";

  /** What decides about generated prices. */
  @AttributeDefinition(description = "seed of generated prices; the same seed gives the same")
  long seed() default 1;

  /** How often generated prices move. */
  @AttributeDefinition(
      description = "milliseconds between two steps of generated prices",
      min = "1",
      max = "3600000")
  int interval() default 250;
}
