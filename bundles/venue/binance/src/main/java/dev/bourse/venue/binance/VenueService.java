package dev.bourse.venue.binance;

import dev.bourse.api.data.DataRange;
import dev.bourse.api.data.DataSet;
import dev.bourse.api.data.HistoricalDataSource;
import dev.bourse.api.exchange.ExchangeFactory;
import dev.bourse.venue.binance.feed.RecordedFeed;
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
    LocalVenue venue = LocalVenue.start(exchange, settings);
    venue.play(GeneratedMarkets.feed(settings.instruments(), config.seed(), config.interval()));
    return venue;
  }

  private static LocalVenue recorded(
      Config config, ExchangeFactory<?> exchange, List<HistoricalDataSource> sources)
      throws IOException {
    double speed = speed(config.speed());
    for (HistoricalDataSource source : sources) {
      for (DataSet set : source.list()) {
        if (set.name().equals(config.data()) && set.problem().isEmpty()) {
          LocalVenue venue =
              LocalVenue.start(exchange, settings(config).listing(set.instruments()));
          venue.play(new RecordedFeed(source.open(DataRange.all(set.name())), speed));
          return venue;
        }
      }
    }
    throw new IllegalArgumentException(
        "data=" + config.data() + " is no set of recorded data that can be read; see data:list");
  }

  private static double speed(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("speed=" + text + " must be a number, like 1 or 60", e);
    }
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
