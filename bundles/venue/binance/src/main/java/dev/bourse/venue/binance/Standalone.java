package dev.bourse.venue.binance;

import dev.bourse.api.exchange.ExchangeFactory;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;

/** The venue as a program of its own, with generated prices: {@code ./bourse venue}. */
public final class Standalone {
  /** The system property that names the class of the exchange, which is no part of this bundle. */
  private static final String EXCHANGE = "bourse.venue.exchange";

  private static final String HELP =
      """
      Usage: ./bourse venue [option=value ...]

        port=9080              where it listens on 127.0.0.1; 0 for any free port
        account=<name>:<balances>:<key>:<secret>[:<rights>]
                               an account, as often as wanted; without any: local:100000 USDT,2 BTC,20 ETH:local:local
                               rights of its key: read, trade, withdraw, separated by commas; read,trade unless said
        seed=1                 the same seed gives the same prices
        interval=250           milliseconds between two steps of the prices
        self-trade=expire-maker  none, expire-maker, expire-taker or expire-both

      While one runs: ./bourse venue <what> [port=9080] [name=value ...] lets things go wrong there and happen there, such as
        ./bourse venue fault kind=lose at=order.place
        ./bourse venue cut, shutdown, clock, quote, trade, order, cancel, amend, transfer, limit, reference
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
    LocalVenue venue = LocalVenue.start(exchange, options.settings());
    venue.play(
        GeneratedMarkets.feed(
            options.settings().instruments(), options.seed(), options.intervalMillis()));
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
    String name = System.getProperty(EXCHANGE, "");
    try {
      return Class.forName(name).asSubclass(ExchangeFactory.class).getConstructor().newInstance();
    } catch (ReflectiveOperationException | ClassCastException e) {
      throw new IllegalArgumentException(
          "-D" + EXCHANGE + "=" + name + " must name the simulated exchange on the class path", e);
    }
  }

  /**
   * What the arguments say.
   *
   * @param settings of the venue
   * @param seed of the prices
   * @param intervalMillis between two steps of them
   */
  private record Options(VenueSettings settings, long seed, long intervalMillis) {
    static Options of(List<String> arguments) {
      VenueSettings settings = VenueSettings.local().on(9080);
      long seed = 1;
      long interval = 250;
      for (String argument : arguments) {
        int equals = argument.indexOf('=');
        if (equals < 1) {
          throw new IllegalArgumentException(argument + " must be an option, like port=9080");
        }
        String value = argument.substring(equals + 1);
        switch (argument.substring(0, equals)) {
          case "port" -> settings = settings.on((int) number(argument, value, 0, 65_535));
          case "account" -> settings = settings.with(AccountText.account(value));
          case "seed" -> seed = number(argument, value, Long.MIN_VALUE, Long.MAX_VALUE);
          case "interval" -> interval = number(argument, value, 1, 3_600_000);
          case "self-trade" ->
              settings = settings.preventing(value.toUpperCase(Locale.ROOT).replace('-', '_'));
          default -> throw new IllegalArgumentException(argument + " is no option of the venue");
        }
      }
      if (settings.accounts().isEmpty()) {
        settings = settings.with(AccountText.account(AccountText.USUAL));
      }
      return new Options(settings, seed, interval);
    }

    private static long number(String argument, String value, long least, long most) {
      try {
        long number = Long.parseLong(value);
        if (number >= least && number <= most) {
          return number;
        }
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException(argument + " must be a whole number", e);
      }
      throw new IllegalArgumentException(argument + " must be " + least + " to " + most);
    }
  }
}
