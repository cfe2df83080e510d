package dev.bourse.risk.breakers;

import dev.bourse.api.risk.RiskModule;
import dev.bourse.api.risk.RiskModuleFactory;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** Makes {@link LossBreakers} from configuration. */
@Component(service = RiskModuleFactory.class, property = RiskModuleFactory.TYPE + "=breakers")
@Designate(ocd = BreakersFactory.Config.class)
public final class BreakersFactory implements RiskModuleFactory<BreakersFactory.Config> {

  /** The losses; an empty text means no breaker. */
  @ObjectClassDefinition(
      name = "Breakers",
      description =
          "losses of an account at which its trader stops until risk:reset; deposits and"
              + " withdrawals are no gain and no loss")
  public @interface Config {
    /** In a day. */
    @AttributeDefinition(
        description =
            "most that an account may lose since the day began, an amount in its currency like 500"
                + " or a share like 5%; empty for no breaker")
    String daily_loss() default "5%";

    /** How often. */
    @AttributeDefinition(
        description = "how often the day's loss is looked at, in seconds",
        min = "1",
        max = "3600")
    int daily_loss_interval() default 60;

    /** From the peak. */
    @AttributeDefinition(
        description =
            "most that an account may be below the most it was worth, an amount in its currency"
                + " like 1000 or a share like 10%; empty for no breaker")
    String drawdown() default "10%";

    /** How often. */
    @AttributeDefinition(
        description = "how often the drawdown is looked at, in seconds",
        min = "1",
        max = "3600")
    int drawdown_interval() default 120;

    /** Where days begin. */
    @AttributeDefinition(description = "the time zone in which days begin, like Europe/Berlin")
    String day_zone() default "UTC";

    /** What a trip does. */
    @AttributeDefinition(
        description = "what a trip does: halt stops entries, flatten closes positions as well",
        options = {@Option("halt"), @Option("flatten")})
    String breaker_action() default "halt";
  }

  /** A factory without state. */
  @Activate
  public BreakersFactory() {}

  @Override
  public Class<Config> configType() {
    return Config.class;
  }

  @Override
  public RiskModule create(Config config) {
    return LossBreakers.of(config);
  }
}
