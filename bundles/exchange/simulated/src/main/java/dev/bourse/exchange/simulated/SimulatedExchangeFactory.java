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

    /** Accounts that meet. */
    @AttributeDefinition(
        description =
            "name of a venue whose books all accounts with this name share, driven by one thread; it remembers"
                + " nothing. Empty: a venue for this account alone")
    String shared() default "";

    /** The way of a command. */
    @AttributeDefinition(
        description =
            "milliseconds that a command travels before it acts at the venue; more than a second makes sense only"
                + " to see what lateness costs",
        min = "0",
        max = "864000000")
    int latency() default 100;

    /** The way of a change. */
    @AttributeDefinition(
        description = "milliseconds that a change of an order travels; -1: as latency",
        min = "-1",
        max = "60000")
    int latency_amend() default -1;

    /** The way of a cancel. */
    @AttributeDefinition(
        description = "milliseconds that a cancel travels; -1: as latency",
        min = "-1",
        max = "60000")
    int latency_cancel() default -1;

    /** The price of taking. */
    @AttributeDefinition(
        description = "ticks that an order which takes liquidity pays beyond the market's price",
        min = "0",
        max = "10000")
    int slippage() default 1;

    /** The price of taking, by value. */
    @AttributeDefinition(
        description =
            "share of the price that such an order pays on top of those ticks, rounded up to a tick: 0.001 is 0.1 %")
    String slippage_rate() default "0";

    /** Who pays the slippage. */
    @AttributeDefinition(
        description =
            "takers: every order that takes pays slippage; entries: only what opens a position or adds to it, while"
                + " exits get the market's price (on spot, buys are entries)",
        options = {
          @Option(value = "takers", label = "takers"),
          @Option(value = "entries", label = "entries")
        })
    String slippage_on() default "takers";

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
            "quote: fees are paid in quote currency; base: buys pay in the base they receive, sells in quote;"
                + " or the code of a third currency, BNB: paid in that while there is enough of it, then as base")
    String fee_currency() default "quote";

    /** What the third currency is worth. */
    @AttributeDefinition(
        description =
            "what one unit of the third currency is worth in quote currency; empty: its last price at this venue")
    String fee_conversion() default "";

    /** What is taken off. */
    @AttributeDefinition(
        description = "share that is taken off fees paid in the third currency, 0.25 is a quarter")
    String fee_discount() default "0";

    /** A fee for each order. */
    @AttributeDefinition(
        description = "amount of quote currency that an order costs, charged with its first fill")
    String fee_order() default "0";

    /** A fee for each unit. */
    @AttributeDefinition(
        description = "amount of quote currency that each unit of base, or each contract, costs")
    String fee_unit() default "0";

    /** Fees by volume. */
    @AttributeDefinition(
        description =
            "rates by what the account traded in 30 days, in quote currency: volume:maker/taker, rising, like"
                + " 0:0.001/0.001,1000000:0.0009/0.001; empty for none")
    String fee_tiers() default "";

    /** Dearer trading. */
    @AttributeDefinition(
        description =
            "every fee times this, to see what dearer trading does: 2 doubles them; rebates stay as they are")
    String fee_multiple() default "1";

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
            "next-open: market orders fill at the next bar's open, a stop comes before a limit of the same bar;"
                + " pessimistic: whoever takes pays the bar's worst price, limits need a close beyond them;"
                + " ohlc: along open, high, low, close; adaptive: the nearer of high and low first",
        options = {
          @Option(value = "next-open", label = "next-open"),
          @Option(value = "pessimistic", label = "pessimistic"),
          @Option(value = "ohlc", label = "ohlc"),
          @Option(value = "adaptive", label = "adaptive")
        })
    String bar_fill() default "next-open";

    /** What a resting order gets when a bar opens beyond it. */
    @AttributeDefinition(
        description =
            "where a resting order fills when a bar opens beyond its price; limit: at its price; open: at the open",
        options = {
          @Option(value = "limit", label = "limit"),
          @Option(value = "open", label = "open")
        })
    String limit_gap() default "limit";

    /** Luck at a touch. */
    @AttributeDefinition(
        description =
            "in how many of a hundred cases a trade or bar that only touches a resting order's price fills it;"
                + " 0: it must go through, 100: a touch always fills",
        min = "0",
        max = "100")
    int touch() default 0;

    /** What decides about touches. */
    @AttributeDefinition(
        description = "seed of the draws about touches; the same seed gives the same fills")
    long seed() default 1;

    /** The place in the queue. */
    @AttributeDefinition(
        description =
            "last: a resting order is last at its price and fills when traded through; quoted: what is ahead is"
                + " the size quoted when it came, less what traded there since (needs quotes and trades)",
        options = {
          @Option(value = "last", label = "last"),
          @Option(value = "quoted", label = "quoted")
        })
    String queue() default "last";

    /** Whether sizes are used up. */
    @AttributeDefinition(
        description =
            "consumed: what one order takes, no other gets; endless: each order has all that the data shows",
        options = {
          @Option(value = "consumed", label = "consumed"),
          @Option(value = "endless", label = "endless")
        })
    String liquidity() default "consumed";

    /** Stops that come too late. */
    @AttributeDefinition(
        description =
            "what becomes of a stop whose trigger the market has passed when it arrives: reject or trigger",
        options = {
          @Option(value = "reject", label = "reject"),
          @Option(value = "trigger", label = "trigger")
        })
    String stop_in_market() default "reject";

    /** When the venue's day ends. */
    @AttributeDefinition(
        description = "time zone whose midnight ends DAY orders, like UTC or America/New_York")
    String day_zone() default "UTC";

    /** Our own orders. */
    @AttributeDefinition(
        description =
            "orders of this venue that could trade with each other; apart: they do not see each other; none: they"
                + " trade, no prevention; expire-maker, expire-taker, expire-both: of one account, that one ends",
        options = {
          @Option(value = "apart", label = "apart"),
          @Option(value = "none", label = "none"),
          @Option(value = "expire-maker", label = "expire-maker"),
          @Option(value = "expire-taker", label = "expire-taker"),
          @Option(value = "expire-both", label = "expire-both")
        })
    String self_trade() default "apart";

    /** Whether accounts hold contracts. */
    @AttributeDefinition(
        description =
            "none: cash accounts, which hold spot only; cross: accounts hold contracts, losses may use up all of the"
                + " currency of settlement; isolated: only the margin that was set aside for the position",
        options = {
          @Option(value = "none", label = "none"),
          @Option(value = "cross", label = "cross"),
          @Option(value = "isolated", label = "isolated")
        })
    String margin_mode() default "none";

    /** How many positions of a contract. */
    @AttributeDefinition(
        description =
            "one-way: an account holds one position of each contract; hedged: a long and a short one side by side, and"
                + " each order is for one of both",
        options = {
          @Option(value = "one-way", label = "one-way"),
          @Option(value = "hedged", label = "hedged")
        })
    String position_mode() default "one-way";

    /** How margin follows from the notional. */
    @AttributeDefinition(
        description =
            "leveraged: notional times the instrument's initial margin, divided by the leverage; standard: not divided",
        options = {
          @Option(value = "leveraged", label = "leveraged"),
          @Option(value = "standard", label = "standard")
        })
    String margin_model() default "leveraged";

    /** The leverage. */
    @AttributeDefinition(
        description =
            "how many times its margin a position may be worth, and for single instruments like 5,BTCUSDT.BINANCE:20")
    String leverage() default "1";

    /** By which price positions are judged. */
    @AttributeDefinition(
        description =
            "by which price of a bar positions are judged; worst: its low for longs, its high for shorts; close: its"
                + " close. Quotes and trades: the middle, else the last",
        options = {
          @Option(value = "worst", label = "worst"),
          @Option(value = "close", label = "close")
        })
    String mark() default "worst";

    /** What a liquidation costs. */
    @AttributeDefinition(description = "fee of a liquidation as a share of the notional")
    String liquidation_fee() default "0.005";

    /** What longs pay shorts. */
    @AttributeDefinition(
        description =
            "share of the notional that longs pay shorts each interval, 0.0001 is 0.01 %; negative: shorts pay longs")
    String funding_rate() default "0";

    /** How often. */
    @AttributeDefinition(
        description = "hours between two fundings, counted from midnight UTC",
        min = "1",
        max = "24")
    int funding_interval() default 8;

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

  private final SharedVenues shared = new SharedVenues();

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
    return SimulatedExchange.open(venue(config, settings, context), settings, context);
  }

  private Venue venue(Config config, SimulatedSettings settings, ExchangeContext context) {
    if (config.shared().isBlank()) {
      return context
          .store()
          .map(store -> Venue.remembering(settings.rules(), store))
          .orElseGet(() -> Venue.forgetful(settings.rules()));
    }
    if (context.store().isPresent()) {
      throw new IllegalArgumentException(
          "shared="
              + config.shared()
              + ": a shared venue remembers nothing, but account "
              + context.account()
              + " has a store; leave shared empty for it");
    }
    return shared.join(config.shared(), settings.rules());
  }
}
