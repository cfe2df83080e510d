package dev.bourse.strategy.emacross;

import dev.bourse.api.event.Bar;
import dev.bourse.api.indicator.Ema;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.strategy.Orders;
import dev.bourse.api.strategy.Strategy;
import dev.bourse.api.strategy.StrategyContext;
import dev.bourse.api.strategy.StrategyFactory;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Long while the fast average of the closes is above the slow one, flat otherwise. */
@Component(service = StrategyFactory.class, property = StrategyFactory.TYPE + "=emacross")
@Designate(ocd = EmaCross.Config.class)
public final class EmaCross implements StrategyFactory<EmaCross.Config> {

  /** The parameters. */
  @ObjectClassDefinition(
      name = "EMA cross",
      description = "long while the fast average is above the slow one, flat otherwise")
  public @interface Config {
    /** Fast period. */
    @AttributeDefinition(description = "fast period in bars, below slow", min = "1")
    int fast() default 10;

    /** Slow period. */
    @AttributeDefinition(description = "slow period in bars, above fast", min = "2")
    int slow() default 20;

    /** Order size. */
    @AttributeDefinition(description = "order size in base currency, on the instrument's step")
    String quantity() default "0.01";
  }

  /** A factory without state. */
  @Activate
  public EmaCross() {}

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
    Quantity size = context.instrument().quantity(config.quantity());
    Ema fast = context.keep("fast", new Ema(config.fast()));
    Ema slow = context.keep("slow", new Ema(config.slow()));
    return new Strategy() {
      @Override
      public void onHistory(Bar bar) {
        fast.add(bar.closeAsDouble());
        slow.add(bar.closeAsDouble());
      }

      @Override
      public void onBar(Bar bar, Orders orders) {
        onHistory(bar);
        if (!slow.ready()) {
          return;
        }
        boolean up = fast.value() > slow.value();
        if (up && orders.isFlat()) {
          orders.buyMarket(size);
        } else if (!up && orders.isLong()) {
          orders.close();
        }
      }
    };
  }
}
