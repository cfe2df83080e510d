package dev.bourse.risk.limits;

import dev.bourse.api.risk.RiskModule;
import dev.bourse.api.risk.RiskModuleFactory;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Makes {@link Limits} from configuration. */
@Component(service = RiskModuleFactory.class, property = RiskModuleFactory.TYPE + "=limits")
@Designate(ocd = LimitsFactory.Config.class)
public final class LimitsFactory implements RiskModuleFactory<LimitsFactory.Config> {

  /** The limits; an empty text means no limit. */
  @ObjectClassDefinition(
      name = "Limits",
      description = "fixed limits per order, position, strategy and price; exits are never limited")
  public @interface Config {
    /** Per order. */
    @AttributeDefinition(
        description = "most that one entry may be worth, in quote currency; empty for no limit")
    String max_order_notional() default "10000";

    /** Per position. */
    @AttributeDefinition(
        description =
            "most that a strategy's position and its live entries on one instrument may be worth"
                + " together, in quote currency; empty for no limit")
    String max_position() default "20000";

    /** Per trader. */
    @AttributeDefinition(
        description = "most live orders of the trader, the new one included",
        min = "1",
        max = "100000")
    int max_open_orders() default 50;

    /** Price band. */
    @AttributeDefinition(
        description =
            "how far a limit price may be on the wrong side of the last price, in percent: a buy"
                + " above, a sell below; 0 for no band",
        min = "0",
        max = "100")
    double price_band() default 5;

    /** Per strategy. */
    @AttributeDefinition(
        description =
            "most that a strategy may use of a quote currency, positions at cost and live entries"
                + " together; empty for no limit")
    String allotment() default "";
  }

  /** A factory without state. */
  @Activate
  public LimitsFactory() {}

  @Override
  public Class<Config> configType() {
    return Config.class;
  }

  @Override
  public RiskModule create(Config config) {
    return new Limits(
        Limits.amount("max.order.notional", config.max_order_notional()),
        Limits.amount("max.position", config.max_position()),
        config.max_open_orders(),
        config.price_band(),
        Limits.amount("allotment", config.allotment()));
  }
}
