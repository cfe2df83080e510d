package dev.bourse.strategy.breakout;

import dev.bourse.api.model.Rate;
import dev.bourse.api.strategy.PriceRule;
import dev.bourse.api.strategy.SignalInterval;
import dev.bourse.api.strategy.SignalRules;
import dev.bourse.api.strategy.SignalStrategy;
import dev.bourse.api.strategy.StrategyContext;
import dev.bourse.api.strategy.StrategyFactory;
import java.time.Duration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** Gives a signal when a bar closes above the highest price of the bars before it. */
@Component(service = StrategyFactory.class, property = StrategyFactory.TYPE + "=breakout")
@Designate(ocd = Breakout.Config.class)
public final class Breakout implements StrategyFactory<Breakout.Config> {

  /** The parameters. */
  @ObjectClassDefinition(
      name = "Breakout",
      description =
          "signals a long position when a bar closes above the highest price of the bars before it")
  public @interface Config {
    /** Length of the channel. */
    @AttributeDefinition(description = "how many bars the channel looks back", min = "2")
    int channel() default 60;

    /** Period of the range. */
    @AttributeDefinition(description = "period of the average true range in bars", min = "1")
    int range() default 14;

    /** Distance of the stop-loss. */
    @AttributeDefinition(description = "stop-loss in average true ranges below", min = "0.1")
    double stop() default 3;

    /** Distance of the take-profit. */
    @AttributeDefinition(description = "take-profit in average true ranges above", min = "0.1")
    double take() default 6;

    /** Least distance of both. */
    @AttributeDefinition(
        description = "least distance of both as a share of the price",
        min = "0",
        max = "0.2")
    double least() default 0.008;

    /** Distance of the entry. */
    @AttributeDefinition(
        description = "entry in average true ranges below the close, 0 for the market at once",
        min = "0")
    double pullback() default 0;

    /** Size. */
    @AttributeDefinition(description = "size in base currency, on the instrument's step")
    String quantity() default "0.01";

    /** Lifetime of a position. */
    @AttributeDefinition(description = "how many minutes a position is held at most", min = "1")
    int lifetime() default 240;

    /** How often it is asked. */
    @AttributeDefinition(
        description = "how often it is asked for a signal, at most",
        options = {
          @Option(label = "1m", value = "1m"),
          @Option(label = "3m", value = "3m"),
          @Option(label = "5m", value = "5m"),
          @Option(label = "15m", value = "15m"),
          @Option(label = "30m", value = "30m"),
          @Option(label = "1h", value = "1h")
        })
    String interval() default "1m";

    /** The price that signals are judged by. */
    @AttributeDefinition(
        description = "the price that signals are judged by before they hold anything",
        options = {
          @Option(label = "vwap", value = "vwap"),
          @Option(label = "close", value = "close")
        })
    String price_rule() default "vwap";

    /** How many bars that price looks at. */
    @AttributeDefinition(
        description = "how many closed bars that price looks at",
        min = "1",
        max = "1000")
    int price_bars() default 5;

    /** Rule. */
    @AttributeDefinition(description = "least share between entry and take-profit")
    String min_take_profit() default "0.005";

    /** Rule. */
    @AttributeDefinition(description = "least share between entry and stop-loss")
    String min_stop_loss() default "0.005";

    /** Rule. */
    @AttributeDefinition(description = "greatest share between entry and stop-loss")
    String max_stop_loss() default "0.2";

    /** Rule. */
    @AttributeDefinition(description = "the longest lifetime in minutes", min = "1")
    int max_lifetime() default 1440;

    /** Rule. */
    @AttributeDefinition(description = "how many minutes a signal waits for its entry", min = "1")
    int max_wait() default 120;
  }

  /** A factory without state. */
  @Activate
  public Breakout() {}

  @Override
  public Class<Config> configType() {
    return Config.class;
  }

  @Override
  public SignalStrategy create(Config config, StrategyContext context) {
    if (config.lifetime() > config.max_lifetime()) {
      throw new IllegalArgumentException(
          "lifetime="
              + config.lifetime()
              + " must not be above max.lifetime="
              + config.max_lifetime());
    }
    context.instrument().quantity(config.quantity());
    return new BreakoutSignals(config, rules(config), context);
  }

  private static SignalRules rules(Config config) {
    return SignalRules.DEFAULT
        .judgedBy(PriceRule.of(config.price_rule()), config.price_bars())
        .distances(
            Rate.of(config.min_take_profit()),
            Rate.of(config.min_stop_loss()),
            Rate.of(config.max_stop_loss()))
        .times(Duration.ofMinutes(config.max_lifetime()), Duration.ofMinutes(config.max_wait()));
  }

  static SignalInterval interval(Config config) {
    return SignalInterval.of(config.interval());
  }
}
