package dev.bourse.data.binance;

import dev.bourse.api.data.ArchiveRequest;
import dev.bourse.api.data.DataArchive;
import dev.bourse.data.binance.http.Limits;
import dev.bourse.data.binance.http.Pause;
import dev.bourse.data.binance.http.Web;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.Designate;

/**
 * Binance's spot archive. Files under way are in {@code downloads/binance} under the folder that
 * the framework property {@code bourse.var} names, {@code var} without it.
 */
@Component(
    service = DataArchive.class,
    configurationPid = "dev.bourse.data.binance",
    property = DataArchive.TYPE + "=binance")
@Designate(ocd = Config.class)
public final class BinanceArchive implements DataArchive {
  private final Config config;
  private final Rest rest;
  private final Published published;
  private final Path folder;

  /** For the framework. */
  @Activate
  public BinanceArchive(Config config, BundleContext context) {
    this(config, folder(context), time -> TimeUnit.NANOSECONDS.sleep(time.toNanos()));
  }

  /**
   * An archive.
   *
   * @param folder where files under way are
   * @param pause how to wait between attempts
   */
  public BinanceArchive(Config config, Path folder, Pause pause) {
    this.config = config;
    this.folder = folder;
    Web web =
        new Web(new Limits(config.attempts(), Duration.ofSeconds(config.silence_seconds())), pause);
    this.rest = new Rest(web, withoutSlash(config.rest_url()));
    this.published = new Published(web, withoutSlash(config.archive_url()), folder);
  }

  @Override
  public void check(ArchiveRequest request) {
    new Series(request.symbol(), request.what()).format();
  }

  @Override
  public Map<String, String> rules(String symbol) throws InterruptedException {
    return ExchangeInfo.rules(symbol, rest.exchangeInfo(symbol), config);
  }

  @Override
  public void fetch(ArchiveRequest request, Sink sink) throws InterruptedException {
    new Fetching(published, rest, folder, request, sink).run();
  }

  private static Path folder(BundleContext context) {
    String var = context.getProperty("bourse.var");
    return Path.of(var == null ? "var" : var).resolve("downloads").resolve("binance");
  }

  private static String withoutSlash(String address) {
    return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
  }
}
