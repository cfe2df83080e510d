package dev.bourse.exchange.binance;

import dev.bourse.api.exchange.Exchange;
import dev.bourse.api.exchange.ExchangeContext;
import dev.bourse.api.exchange.ExchangeFactory;
import dev.bourse.api.model.Rate;
import dev.bourse.exchange.binance.market.FeedSettings;
import dev.bourse.exchange.binance.net.JdkSockets;
import dev.bourse.exchange.binance.net.WorkerThread;
import dev.bourse.exchange.binance.rest.HttpRest;
import dev.bourse.exchange.binance.rest.SymbolReader;
import java.time.Duration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** Opens Binance spot: its market data, which needs no key. */
@Component(property = ExchangeFactory.TYPE + "=binance")
@Designate(ocd = BinanceExchangeFactory.Config.class)
public final class BinanceExchangeFactory
    implements ExchangeFactory<BinanceExchangeFactory.Config> {
  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  /** Where Binance is and what of it is followed. */
  @ObjectClassDefinition(name = "Binance spot", description = "Market data of Binance, live")
  public @interface Config {
    /** Real or sandbox. */
    @AttributeDefinition(
        description = "production, or testnet: Binance's sandbox; their hosts are never mixed",
        options = {
          @Option(value = "production", label = "production"),
          @Option(value = "testnet", label = "testnet")
        })
    String environment() default "production";

    /** Another address. */
    @AttributeDefinition(
        description = "address of the REST interface; empty for that of the environment")
    String rest_url() default "";

    /** Another address. */
    @AttributeDefinition(description = "address of the streams; empty for that of the environment")
    String stream_url() default "";

    /** The venue's name in instruments. */
    @AttributeDefinition(description = "the venue of instruments, as in BTCUSDT.BINANCE")
    String venue() default "BINANCE";

    /** Binance's lowest tier; its public answers do not name fees. */
    @AttributeDefinition(description = "maker fee, a share; Binance's lowest tier")
    String maker_fee() default "0.001";

    /** Binance's lowest tier; its public answers do not name fees. */
    @AttributeDefinition(description = "taker fee, a share; Binance's lowest tier")
    String taker_fee() default "0.001";

    /** Books. */
    @AttributeDefinition(
        description =
            "whether order books are followed beside trades and best bids and offers: off or diffs, ten times a second",
        options = {
          @Option(value = "off", label = "off"),
          @Option(value = "diffs", label = "diffs")
        })
    String books() default "off";

    /** Silence. */
    @AttributeDefinition(
        description =
            "seconds without a word, pings included, after which a connection counts as dead; Binance pings every 20",
        min = "25",
        max = "600")
    int silence_seconds() default 60;
  }

  /** For the framework. */
  @Activate
  public BinanceExchangeFactory() {}

  @Override
  public Class<Config> configType() {
    return Config.class;
  }

  @Override
  public Exchange open(Config config, ExchangeContext context) {
    Addresses addresses =
        Addresses.of(config.environment(), config.rest_url(), config.stream_url());
    SymbolReader symbols =
        new SymbolReader(config.venue(), Rate.of(config.maker_fee()), Rate.of(config.taker_fee()));
    FeedSettings settings =
        new FeedSettings(
            addresses.streams(),
            config.venue(),
            config.books().equals("diffs"),
            Duration.ofSeconds(config.silence_seconds()),
            Duration.ofHours(23),
            Duration.ofMinutes(10));
    return new BinanceExchange(
        context,
        settings,
        symbols,
        new HttpRest(addresses.rest(), TIMEOUT),
        new JdkSockets(),
        new WorkerThread("binance-" + context.account()));
  }
}
