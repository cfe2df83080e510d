package com.example.@word@;

import dev.bourse.api.strategy.Strategy;
import dev.bourse.api.strategy.StrategyContext;
import dev.bourse.api.strategy.StrategyFactory;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Makes one {@link @Class@} per instrument; {@code type=@name@} in a strategy's file names it. */
@Component(property = StrategyFactory.TYPE + "=@name@")
public final class @Class@Factory implements StrategyFactory<@Class@Factory.Config> {

  /** The keys of a strategy's file. Defaults, ranges and descriptions show in strategy:info @name@. */
  @ObjectClassDefinition(description = "Buys when a fast average crosses above a slow one")
  public @interface Config {
    @AttributeDefinition(description = "bars of the fast average", min = "1", max = "1000")
    int fast() default 10;

    @AttributeDefinition(description = "bars of the slow average", min = "2", max = "1000")
    int slow() default 20;

    @AttributeDefinition(description = "how much to buy, in units of the base currency")
    String quantity() default "0.01";
  }

  @Activate
  public @Class@Factory() {}

  @Override
  public Class<Config> configType() {
    return Config.class;
  }

  @Override
  public Strategy create(Config config, StrategyContext context) {
    if (config.fast() >= config.slow()) {
      throw new IllegalArgumentException(
          "fast=" + config.fast() + " must be below slow=" + config.slow());
    }
    return new @Class@(config, context);
  }
}
