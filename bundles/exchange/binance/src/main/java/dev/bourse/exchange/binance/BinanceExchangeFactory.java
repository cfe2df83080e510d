package dev.bourse.exchange.binance;

import dev.bourse.api.exchange.AccountCheck;
import dev.bourse.api.exchange.AccountFinding;
import dev.bourse.api.exchange.Exchange;
import dev.bourse.api.exchange.ExchangeContext;
import dev.bourse.api.exchange.ExchangeFactory;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.model.Rate;
import dev.bourse.exchange.binance.call.Credentials;
import dev.bourse.exchange.binance.call.Hosts;
import dev.bourse.exchange.binance.call.LimitedRest;
import dev.bourse.exchange.binance.call.Limits;
import dev.bourse.exchange.binance.call.Weights;
import dev.bourse.exchange.binance.key.ApiKey;
import dev.bourse.exchange.binance.market.FeedSettings;
import dev.bourse.exchange.binance.net.JdkSockets;
import dev.bourse.exchange.binance.net.ReconnectPauses;
import dev.bourse.exchange.binance.net.Sockets;
import dev.bourse.exchange.binance.net.WorkerThread;
import dev.bourse.exchange.binance.rest.HttpRest;
import dev.bourse.exchange.binance.rest.Publications;
import dev.bourse.exchange.binance.rest.Rest;
import dev.bourse.exchange.binance.rest.SymbolReader;
import dev.bourse.exchange.binance.rules.RuleBook;
import dev.bourse.exchange.binance.trade.AccountCheckup;
import dev.bourse.exchange.binance.trade.TradeSettings;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** Opens Binance spot: its market data, which needs no key, and an account with one. */
@Component(service = ExchangeFactory.class, property = ExchangeFactory.TYPE + "=binance")
@Designate(ocd = BinanceExchangeFactory.Config.class)
public final class BinanceExchangeFactory implements AccountCheck<BinanceExchangeFactory.Config> {
  private static final Duration LIFE = Duration.ofHours(23);

  /** One client for all accounts: its threads end only when nobody knows it any more. */
  private final Sockets sockets;

  private final Hosts hosts = new Hosts();

  /** Where Binance is and what of it is followed. */
  @ObjectClassDefinition(
      name = "Binance spot",
      description = "Binance spot: market data, and trading with a key")
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

    /** Another address. */
    @AttributeDefinition(
        description =
            "address of the WebSocket API, before /ws-api; empty for that of the environment")
    String api_url() default "";

    /** What the venue calls the key. */
    @AttributeDefinition(
        type = AttributeType.PASSWORD,
        description = "API key, as $[secret:file] or $[env:NAME]; empty for market data only")
    String key() default "";

    /** Signs with HMAC. */
    @AttributeDefinition(
        type = AttributeType.PASSWORD,
        description = "secret of an HMAC key, as $[secret:file] or $[env:NAME]")
    String secret() default "";

    /** Signs with Ed25519. */
    @AttributeDefinition(
        type = AttributeType.PASSWORD,
        description = "private Ed25519 key in PEM instead of a secret, as $[secret:file]")
    String private_key() default "";

    /** Rights. */
    @AttributeDefinition(
        description = "what happens with a key that may withdraw money: warn or refuse",
        options = {
          @Option(value = "warn", label = "warn"),
          @Option(value = "refuse", label = "refuse")
        })
    String withdrawal_right() default "warn";

    /** Timing security. */
    @AttributeDefinition(
        description =
            "milliseconds after which the venue refuses a call that comes late; an order is taken"
                + " for absent no sooner than 15 s after that, so it is 5000 at most",
        min = "100",
        max = "5000")
    int receive_window_millis() default 5000;

    /** Patience. */
    @AttributeDefinition(
        description = "seconds that the answer to a new or changed order may take",
        min = "1",
        max = "600")
    int place_timeout_seconds() default 30;

    /** Patience. */
    @AttributeDefinition(
        description = "seconds that the answer to a cancel may take",
        min = "1",
        max = "600")
    int cancel_timeout_seconds() default 10;

    /** Patience. */
    @AttributeDefinition(
        description =
            "seconds that a new order that may add exposure waits for room in the venue's limits;"
                + " 0 refuses it at once. What reduces a position waits 25",
        min = "0",
        max = "20")
    int entry_wait_seconds() default 5;

    /** Patience. */
    @AttributeDefinition(
        description = "seconds that the answer to a question may take",
        min = "1",
        max = "600")
    int question_timeout_seconds() default 10;

    /** Patience. */
    @AttributeDefinition(
        description =
            "seconds that a question for market data, or the answer to a subscription, may take",
        min = "1",
        max = "600")
    int data_timeout_seconds() default 5;

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

    /** Klines. */
    @AttributeDefinition(
        description =
            "whether every minute of trades is held against the venue's kline of it: check or off",
        options = {
          @Option(value = "check", label = "check"),
          @Option(value = "off", label = "off")
        })
    String klines() default "check";

    /** Silence. */
    @AttributeDefinition(
        description =
            "seconds without a word, pings included, after which a connection counts as dead; Binance pings every 20",
        min = "25",
        max = "600")
    int silence_seconds() default 60;

    /** Reconnection. */
    @AttributeDefinition(
        description =
            "pause after the first attempt to connect again that failed, 100ms to 60s; after the"
                + " second it is twice as long, and so on up to six times, at most 60s. The first"
                + " attempt is made at once. Less than 1s only for a venue on the own machine: Binance"
                + " takes 300 connections of one address in 5 minutes")
    String reconnect_pause() default "10s";
  }

  /** For the framework. */
  @Activate
  public BinanceExchangeFactory() {
    this(new JdkSockets());
  }

  BinanceExchangeFactory(Sockets sockets) {
    this.sockets = sockets;
  }

  @Override
  public Class<Config> configType() {
    return Config.class;
  }

  @Override
  public Exchange open(Config config, ExchangeContext context) {
    ApiKey key = key(config);
    Addresses addresses = addresses(config, key);
    FeedSettings settings =
        new FeedSettings(
            addresses.streams(),
            config.venue(),
            config.books().equals("diffs"),
            config.klines().equals("check"),
            Duration.ofSeconds(config.data_timeout_seconds()),
            Duration.ofSeconds(config.silence_seconds()),
            LIFE,
            reconnect(config),
            Duration.ofMinutes(10));
    return new BinanceExchange(
        context,
        addresses,
        settings,
        symbols(config),
        sockets,
        hosts,
        key == null ? null : access(config, addresses, key));
  }

  @Override
  public List<AccountFinding> check(Config config, List<InstrumentId> instruments) {
    ApiKey key = key(config);
    Addresses addresses = addresses(config, key);
    if (key == null) {
      return List.of(
          new AccountFinding(
              "key", AccountFinding.Result.BAD, "there is none: give key and secret"));
    }
    BinanceExchange.Access access = access(config, addresses, key);
    Duration patience = access.settings().question();
    WorkerThread worker = new WorkerThread("binance-check");
    Weights weights = hosts.of(addresses.account());
    Credentials credentials = new Credentials(key, weights.clock(), access.window());
    try (HttpRest data = new HttpRest(addresses.rest(), patience);
        HttpRest rest = new HttpRest(addresses.account(), patience)) {
      Rest limited = LimitedRest.over(data, hosts.of(addresses.rest()));
      RuleBook rules = new RuleBook(new Publications(limited), symbols(config), List.of());
      return AccountCheckup.of(
          access.settings(),
          credentials,
          new Limits(weights),
          rules,
          rest,
          sockets,
          worker,
          instruments);
    }
  }

  private static @Nullable ApiKey key(Config config) {
    return ApiKey.of(config.key(), config.secret(), config.private_key());
  }

  private static Addresses addresses(Config config, @Nullable ApiKey key) {
    return Addresses.of(
        config.environment(),
        new Addresses.Written(config.rest_url(), config.stream_url(), config.api_url()),
        key != null);
  }

  private static Duration reconnect(Config config) {
    return ReconnectPauses.first("reconnect.pause", config.reconnect_pause());
  }

  private static SymbolReader symbols(Config config) {
    return new SymbolReader(
        config.venue(), Rate.of(config.maker_fee()), Rate.of(config.taker_fee()));
  }

  private static BinanceExchange.Access access(Config config, Addresses addresses, ApiKey key) {
    Duration silence = Duration.ofSeconds(config.silence_seconds());
    return new BinanceExchange.Access(
        key,
        config.receive_window_millis(),
        new TradeSettings(
            addresses.api(),
            Duration.ofSeconds(config.place_timeout_seconds()),
            Duration.ofSeconds(config.cancel_timeout_seconds()),
            Duration.ofSeconds(config.question_timeout_seconds()),
            silence,
            TradeSettings.probe(Duration.ofSeconds(config.question_timeout_seconds())),
            LIFE,
            reconnect(config),
            Duration.ofSeconds(config.entry_wait_seconds()),
            config.withdrawal_right().equals("refuse"),
            addresses.tellsRights()));
  }
}
