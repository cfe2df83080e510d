package dev.bourse.venue.binance;

import dev.bourse.api.data.HistoricalDataSource;
import dev.bourse.api.exchange.ExchangeFactory;
import dev.bourse.venue.binance.feed.Feed;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A venue inside Bourse, as long as there is a configuration for it. */
@Component(
    service = VenueService.class,
    immediate = true,
    configurationPid = "dev.bourse.venue.binance",
    configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = Config.class)
public final class VenueService {
  private static final Logger log = LoggerFactory.getLogger(VenueService.class);

  private static final int LONGEST_STEP = 3_600_000;

  private final LocalVenue venue;

  /** For the framework. */
  @Activate
  public VenueService(
      Config config,
      @Reference(target = "(exchange.type=simulated)") ExchangeFactory<?> exchange,
      @Reference(policyOption = ReferencePolicyOption.GREEDY) List<HistoricalDataSource> sources)
      throws IOException {
    this.venue =
        config.data().isBlank() ? generated(config, exchange) : recorded(config, exchange, sources);
    log.info("The local venue is at {} and {}.", venue.restUrl(), venue.socketUrl());
  }

  private static VenueSettings settings(Config config) {
    VenueSettings settings =
        VenueSettings.local()
            .on(config.port())
            .preventing(config.self_trade().toUpperCase(Locale.ROOT).replace('-', '_'));
    for (VenueAccount account : AccountText.accounts(config.accounts())) {
      settings = settings.with(account);
    }
    return settings;
  }

  private static LocalVenue generated(Config config, ExchangeFactory<?> exchange)
      throws IOException {
    VenueSettings settings = settings(config);
    Feed feed =
        GeneratedMarkets.feed(
            settings.instruments(), config.seed(), interval("interval", config.interval()));
    LocalVenue venue = LocalVenue.start(exchange, settings);
    venue.play(feed);
    return venue;
  }

  /** A metatype bounds what a form takes, not what a file says. */
  private static long interval(String key, int millis) {
    if (millis < 1 || millis > LONGEST_STEP) {
      throw new IllegalArgumentException(
          key + "=" + millis + " must be 1 to " + LONGEST_STEP + " milliseconds");
    }
    return millis;
  }

  private static LocalVenue recorded(
      Config config, ExchangeFactory<?> exchange, List<HistoricalDataSource> sources)
      throws IOException {
    return new Recordings(sources)
        .start(
            exchange,
            config.data(),
            Recordings.speed(config.speed()),
            set -> settings(config).listing(set.instruments()));
  }

  /** Where it listens. */
  public int port() {
    return venue.port();
  }

  /** Ends it. */
  @Deactivate
  public void close() {
    venue.close();
  }
}
