package dev.bourse.venue.binance;

import dev.bourse.api.data.HistoricalDataSource;
import dev.bourse.api.exchange.ExchangeFactory;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** The venue as a program of its own: {@code ./bourse venue}. */
public final class Standalone {
  /** The system property that names the class of the exchange, which is no part of this bundle. */
  private static final String EXCHANGE = "bourse.venue.exchange";

  /** The one that names the class which reads recorded data, no part of this bundle either. */
  private static final String DATA = "bourse.venue.data";

  private static final String HELP =
      """
      Usage: ./bourse venue [option=value ...]

        port=9080              where it listens on 127.0.0.1; 0 for any free port
        account=<name>:<balances>:<key>:<secret>[:<rights>]
                               an account, as often as wanted; without any: local:100000 USDT,2 BTC,20 ETH:local:local,
                               with data= 100000 of what its instruments are paid in and 2 of each that is traded
                               rights of its key: read, trade, withdraw, separated by commas; read,trade unless said
        seed=1                 the same seed gives the same prices
        interval=250           milliseconds between two steps of the prices
        data=<set>             recorded prices instead, of a set in ./market-data or of the one that comes along, bitstamp
        speed=1                how many times faster than they were recorded; 0 for as fast as can be
        self-trade=expire-maker  none, expire-maker, expire-taker or expire-both

      While one runs: ./bourse venue <what> [port=9080] [name=value ...] lets things go wrong there and happen there, such as
        ./bourse venue fault kind=lose at=order.place
        ./bourse venue cut, shutdown, clock, quote, trade, order, cancel, amend, transfer, limit, filter, reference
        ./bourse venue state, faults, clear

      It ends with Ctrl-C. What it can do, and how to point a client at it: docs/venue.md
      """;

  private Standalone() {}

  /** Runs until the process is ended; ends it with status 1 where it cannot do what was asked. */
  public static void main(String[] arguments) throws InterruptedException {
    System.setProperty("io.netty.noUnsafe", "true");
    if (run(List.of(arguments), System.out, System.err) != 0) {
      // a bundle may not end the machine; what is thrown here gives the status, and all is said
      Thread.currentThread().setUncaughtExceptionHandler((thread, thrown) -> {});
      throw new IllegalArgumentException(String.join(" ", arguments));
    }
  }

  /** Does what the arguments say; the status of the process. */
  static int run(List<String> arguments, PrintStream out, PrintStream err)
      throws InterruptedException {
    if (arguments.contains("--help")) {
      out.print(HELP);
      return 0;
    }
    try {
      if (Remote.isMeant(arguments)) {
        out.println(Remote.call(arguments));
        return 0;
      }
    } catch (IllegalArgumentException | IOException e) {
      err.println(e.getMessage());
      return 1;
    }
    try {
      Options options = Options.of(arguments);
      try (LocalVenue venue = start(options, exchange())) {
        tell(venue, out);
        new CountDownLatch(1).await();
        return 0;
      }
    } catch (IllegalArgumentException | IOException e) {
      err.println(e.getMessage());
      err.println("./bourse venue --help says what it takes.");
      return 1;
    }
  }

  /** Starts a venue as the arguments say. */
  static LocalVenue start(List<String> arguments, ExchangeFactory<?> exchange) throws IOException {
    return start(Options.of(arguments), exchange);
  }

  private static LocalVenue start(Options options, ExchangeFactory<?> exchange) throws IOException {
    if (!options.data().isEmpty()) {
      return new Recordings(List.of(plugin(DATA, HistoricalDataSource.class, "a reader of data")))
          .start(exchange, options.data(), options.speed(), options::settings);
    }
    VenueSettings settings = options.settings();
    LocalVenue venue = LocalVenue.start(exchange, settings);
    venue.play(
        GeneratedMarkets.feed(settings.instruments(), options.seed(), options.intervalMillis()));
    return venue;
  }

  private static void tell(LocalVenue venue, PrintStream out) {
    out.println("The local venue listens on this machine only.");
    out.println("  REST           " + venue.restUrl() + "/api/v3");
    out.println("  streams        " + venue.socketUrl() + "/ws and /stream");
    out.println("  WebSocket API  " + venue.socketUrl() + "/ws-api/v3");
    out.println("  faults         " + venue.restUrl() + "/venue");
    out.println("Ctrl-C ends it.");
  }

  private static ExchangeFactory<?> exchange() {
    return plugin(EXCHANGE, ExchangeFactory.class, "the simulated exchange");
  }

  private static <T> T plugin(String property, Class<T> type, String what) {
    String name = System.getProperty(property, "");
    try {
      return Class.forName(name).asSubclass(type).getConstructor().newInstance();
    } catch (ReflectiveOperationException | ClassCastException e) {
      throw new IllegalArgumentException(
          "-D" + property + "=" + name + " must name " + what + " on the class path", e);
    }
  }
}
