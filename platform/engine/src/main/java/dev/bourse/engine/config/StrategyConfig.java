package dev.bourse.engine.config;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/**
 * The keys of {@code dev.bourse.strategy-<name>.cfg}; the strategy's own parameters stand beside
 * them.
 */
@ObjectClassDefinition(
    name = "Strategy",
    description = "One strategy instance. PID dev.bourse.strategy-<name>")
public @interface StrategyConfig {
  /** The PID. */
  String PID = "dev.bourse.strategy";

  @AttributeDefinition(description = "the trader that runs it")
  String trader();

  @AttributeDefinition(description = "the strategy's type, such as emacross")
  String type();

  @AttributeDefinition(description = "instruments, SYMBOL.VENUE separated by commas")
  String instruments();

  @AttributeDefinition(description = "the account for its orders; may be left out if there is one")
  String account() default "";

  @AttributeDefinition(
      description =
          "its bars, separated by commas: 1m (s, m, h, d), 100t trades, 10v traded size, 50000q"
              + " traded value, 1m@bid, @ask or @mid of quotes; empty for none")
  String bar() default "";

  @AttributeDefinition(
      description =
          "what it is told of the past before it may trade: bars of each length like 200, or a time"
              + " like 2d; empty for nothing")
  String warmup() default "";

  @AttributeDefinition(
      description =
          "the data set that the past is read from; its venue tells what is missing. Needed where the"
              + " venue tells no bars of the past, and in a replay")
  String warmup_data() default "";

  @AttributeDefinition(
      description = "how much of the account it may use, such as 5000 USD; empty for all")
  String allotment() default "";

  @AttributeDefinition(
      description =
          "netting: one position of each instrument; hedging: several side by side, each with a name"
              + " that the strategy gives",
      options = {
        @Option(value = "netting", label = "netting"),
        @Option(value = "hedging", label = "hedging")
      })
  String oms() default "netting";
}
