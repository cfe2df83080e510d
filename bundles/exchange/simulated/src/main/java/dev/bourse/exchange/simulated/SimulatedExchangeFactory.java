package dev.bourse.exchange.simulated;

import dev.bourse.api.exchange.ExchangeContext;
import dev.bourse.api.exchange.ExchangeFactory;
import dev.bourse.api.exchange.LockstepExchange;
import dev.bourse.exchange.simulated.venue.Venue;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** Opens accounts at a venue inside the process, which fills orders from market data. */
@Component(property = ExchangeFactory.TYPE + "=simulated")
@Designate(ocd = SimulatedExchangeFactory.Config.class)
public final class SimulatedExchangeFactory
    implements ExchangeFactory<SimulatedExchangeFactory.Config> {

  /** How the venue fills orders. The defaults do not flatter. */
  @ObjectClassDefinition(
      name = "Simulated exchange",
      description =
          "A venue inside the process: fills orders from market data, never better than the data allows")
  public @interface Config {
    /** Starting balances. */
    @AttributeDefinition(
        description =
            "balances of a new account, like 10000 USD,0 BTC; a venue that remembers the account keeps its own")
    String balances() default "10000 USD";

    /** The way of a command. */
    @AttributeDefinition(
        description = "milliseconds that a command travels before it acts at the venue",
        min = "0",
        max = "60000")
    int latency() default 100;

    /** The price of taking. */
    @AttributeDefinition(
        description = "ticks that an order which takes liquidity pays beyond the market's price",
        min = "0",
        max = "10000")
    int slippage() default 1;

    /** The maker's fee. */
    @AttributeDefinition(
        description =
            "fee of resting orders as a share of the notional, 0.001 is 0.1 %; empty for the instrument's own")
    String fee_maker() default "";

    /** The taker's fee. */
    @AttributeDefinition(
        description =
            "fee of orders that take, as a share of the notional; empty for the instrument's own")
    String fee_taker() default "";

    /** What fees are paid in. */
    @AttributeDefinition(
        description =
            "quote: fees are paid in quote currency; base: buys pay in the base they receive, sells in quote",
        options = {
          @Option(value = "quote", label = "quote"),
          @Option(value = "base", label = "base")
        })
    String fee_currency() default "quote";

    /** How trades fill. */
    @AttributeDefinition(
        description =
            "what an order that takes pays when only trades are known; worse: the worse of the last and the next"
                + " trade, since either may be the other side of the spread; next: the next trade's price",
        options = {
          @Option(value = "worse", label = "worse"),
          @Option(value = "next", label = "next")
        })
    String trade_fill() default "worse";

    /** How bars fill. */
    @AttributeDefinition(
        description =
            "next-open: market orders fill at the next bar's open, limits only when traded through",
        options = @Option(value = "next-open", label = "next-open"))
    String bar_fill() default "next-open";

    /** How much of a bar can be had. */
    @AttributeDefinition(
        description = "percent of a bar's volume that all orders together may fill",
        min = "1",
        max = "100")
    int bar_volume() default 10;

    /** How long the venue remembers what is closed. */
    @AttributeDefinition(
        description = "days for which closed orders and fills can be asked for",
        min = "1",
        max = "3650")
    int history() default 7;
  }

  /** For the framework. */
  @Activate
  public SimulatedExchangeFactory() {}

  @Override
  public Class<Config> configType() {
    return Config.class;
  }

  @Override
  public LockstepExchange open(Config config, ExchangeContext context) {
    SimulatedSettings settings = SimulatedSettings.of(config, context.instruments());
    Venue venue =
        context
            .store()
            .map(store -> Venue.remembering(settings.rules(), store))
            .orElseGet(() -> Venue.forgetful(settings.rules()));
    return SimulatedExchange.open(venue, settings, context);
  }
}
