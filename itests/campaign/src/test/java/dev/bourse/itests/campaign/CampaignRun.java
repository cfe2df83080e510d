package dev.bourse.itests.campaign;

import dev.bourse.exchange.simulated.SimulatedExchangeFactory;
import dev.bourse.testkit.process.ChildProcess;
import dev.bourse.venue.binance.LocalVenue;
import dev.bourse.venue.binance.VenueAccount;
import dev.bourse.venue.binance.VenueInstruments;
import dev.bourse.venue.binance.VenueSettings;
import dev.bourse.venue.binance.feed.GeneratedFeed;
import dev.bourse.venue.binance.protocol.ApiKey;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/**
 * One run: a venue, a trader in a process of its own, some seconds of misfortune, then calm. The
 * account begins with a bitcoin of the user's own.
 */
final class CampaignRun {
  private static final Duration BUSY = Duration.ofSeconds(8);
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration STEP = Duration.ofMillis(25);

  /** A timer may be late by what the machine is busy with. */
  private static final Duration SLACK = Duration.ofSeconds(1);

  private static final BigDecimal OWN = BigDecimal.ONE;

  /** The limit in money at a price that the walk does not reach from 60,000, rounding included. */
  private static final BigDecimal MOST = new BigDecimal("0.11");

  private final long seed;
  private int pairs;
  private final Path folder;
  private final Misfortune misfortune;
  private final List<String> story = new ArrayList<>();
  private int starts;

  CampaignRun(long seed, Path folder) {
    this.seed = seed;
    this.folder = folder;
    this.misfortune = new Misfortune(seed);
  }

  /** What is wrong at the end, empty if nothing is. */
  List<String> run() throws IOException {
    VenueSettings settings =
        VenueSettings.local()
            .listing(List.of(VenueInstruments.USUAL.get(0)))
            .with(
                new VenueAccount(
                    TradingProcess.ACCOUNT,
                    "100000 USDT,1 BTC",
                    ApiKey.hmac(TradingProcess.KEY, TradingProcess.SECRET)));
    try (LocalVenue venue = LocalVenue.start(new SimulatedExchangeFactory(), settings)) {
      venue.play(
          new GeneratedFeed(
              seed,
              STEP,
              List.of(new GeneratedFeed.Start(VenueInstruments.USUAL.get(0), "60000.00"))));
      return trade(venue);
    }
  }

  private List<String> trade(LocalVenue venue) throws IOException {
    VenueBooks books = new VenueBooks(venue);
    List<String> problems = new ArrayList<>();
    ChildProcess process = start(venue);
    try {
      Saying last = awaitRunning(process);
      long end = System.nanoTime() + BUSY.toNanos();
      while (System.nanoTime() < end) {
        long until = System.nanoTime() + Duration.ofMillis(misfortune.pause()).toNanos();
        while (System.nanoTime() < until) {
          inspect(books, problems);
          LockSupport.parkNanos(STEP.toNanos());
        }
        String happened = misfortune.happen(venue);
        if (!happened.isEmpty()) {
          story.add(happened);
        }
        if (misfortune.kills()) {
          story.add("killed");
          process.kill();
          process = start(venue);
        }
      }
      venue.clearFaults();
      Files.createFile(folder.resolve("calm"));
      problems.addAll(settle(process, books, last));
      pairs = books.pairs();
      story.add(books.names().size() + " orders, " + pairs + " pairs, " + starts + " starts");
    } finally {
      process.close();
    }
    return problems;
  }

  private ChildProcess start(LocalVenue venue) {
    return ChildProcess.start(
        TradingProcess.class,
        List.of("-Xmx192m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"),
        List.of(
            folder.toString(),
            venue.restUrl(),
            venue.socketUrl(),
            Long.toString(seed * 1_000 + starts++)));
  }

  private static Saying awaitRunning(ChildProcess process) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    Saying said = next(process);
    while (!said.status().equals("RUNNING")) {
      if (System.nanoTime() > end) {
        throw new AssertionError("the trader does not run: " + said);
      }
      said = next(process);
    }
    return said;
  }

  /** Every line says that no position is longer without its stop than allowed, unseen. */
  private static Saying next(ChildProcess process) {
    Saying said = Saying.read(process.nextLine(PATIENCE));
    if (said.unprotected() > TradingProcess.PROTECT_WITHIN.plus(SLACK).toMillis()) {
      throw new AssertionError("a position had no stop and nobody saw it: " + said);
    }
    return said;
  }

  /** What must hold at every instant. */
  private static void inspect(VenueBooks books, List<String> problems) {
    BigDecimal could = books.couldHold();
    if (could.compareTo(OWN.add(MOST)) > 0) {
      problems.add("the account could hold " + could + " BTC, approved are " + OWN.add(MOST));
    }
    BigDecimal coins = books.coins();
    if (coins.compareTo(OWN) < 0) {
      problems.add("of the user's own bitcoin " + coins + " is left");
    }
  }

  /** Waits until the books are equal; what differs if they do not become so. */
  private List<String> settle(ChildProcess process, VenueBooks venue, Saying first) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    Saying said = first;
    Books there = venue.read();
    while (!said.calm() || !said.books().equals(there)) {
      if (System.nanoTime() > end) {
        return List.of("the trader says " + said, "the venue says " + there);
      }
      said = next(process);
      there = venue.read();
    }
    return namesTwice(venue.names(), said);
  }

  /**
   * An order that takes another's place has its name; those of the strategy never do in a run
   * without changes.
   */
  private List<String> namesTwice(List<String> names, Saying said) {
    Set<String> seen = new HashSet<>();
    List<String> problems = new ArrayList<>();
    for (String name : names) {
      if (!Restless.changes(seed) && !name.startsWith("x_") && !seen.add(name)) {
        problems.add("client order id " + name + " is at the venue twice");
      }
    }
    if (!Restless.changes(seed) && names.size() != said.orders()) {
      problems.add(
          "the venue has "
              + names.size()
              + " orders, the trader knows "
              + said.orders()
              + " and says that these never came there: "
              + said.never());
    }
    return problems;
  }

  /** How many pairs of orders were at the venue. */
  int pairs() {
    return pairs;
  }

  /** What happened, for whoever looks at a failure. */
  List<String> story() {
    return story;
  }
}
