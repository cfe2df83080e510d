package dev.bourse.itests.campaign;

import dev.bourse.exchange.simulated.SimulatedExchangeFactory;
import dev.bourse.venue.binance.LocalVenue;
import dev.bourse.venue.binance.VenueAccount;
import dev.bourse.venue.binance.VenueInstruments;
import dev.bourse.venue.binance.VenueSettings;
import dev.bourse.venue.binance.feed.GeneratedFeed;
import dev.bourse.venue.binance.protocol.ApiKey;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * One run: a venue, a trader in a process of its own, some seconds of misfortune, then calm. The
 * account begins with a bitcoin of the user's own.
 */
final class CampaignRun {
  private static final Duration BUSY = Duration.ofSeconds(8);
  private static final Duration STEP = Duration.ofMillis(25);

  private final Plan plan;
  private final Path folder;
  private final Misfortune misfortune;
  private final List<String> story = new ArrayList<>();
  private int pairs;
  private int brackets;

  CampaignRun(Plan plan, Path folder) {
    this.plan = plan;
    this.folder = folder;
    this.misfortune = new Misfortune(plan.seed());
  }

  /** What is wrong at the end, empty if nothing is. */
  List<String> run() throws IOException {
    VenueSettings settings =
        VenueSettings.local()
            .listing(List.of(VenueInstruments.USUAL.get(0)))
            .with(
                new VenueAccount(
                    TraderFiles.ACCOUNT,
                    "100000 USDT,1 BTC",
                    ApiKey.hmac(TraderFiles.KEY, TraderFiles.SECRET)));
    try (LocalVenue venue = LocalVenue.start(new SimulatedExchangeFactory(), settings)) {
      venue.play(
          new GeneratedFeed(
              plan.seed(),
              STEP,
              List.of(new GeneratedFeed.Start(VenueInstruments.USUAL.get(0), "60000.00"))));
      return trade(venue);
    }
  }

  private List<String> trade(LocalVenue venue) throws IOException {
    VenueBooks books = new VenueBooks(venue);
    List<String> problems = new ArrayList<>();
    try (Child trader = new Child(plan, folder, venue, TradingProcess.OWN);
        Child other = new Child(plan, folder.resolve("second"), venue, TradingProcess.SECOND)) {
      Observer observer = new Observer(plan, books, trader);
      Turning turning = new Turning(plan, books, trader, other, observer);
      trader.start();
      trader.awaitRunning();
      goWrong(venue, trader, turning, observer);
      venue.clearFaults();
      try {
        turning.end();
      } finally {
        story.addAll(turning.story());
      }
      Person.wantsCalm(folder);
      Settlement settlement = new Settlement(plan, books, trader, observer);
      problems.addAll(settlement.settle(turning.lastLost(), turning.seconds()));
      problems.addAll(observer.problems());
      problems.addAll(trader.problems());
      pairs = books.pairs();
      brackets = books.brackets();
      story.add(
          books.names().size()
              + " orders, "
              + pairs
              + " pairs, "
              + brackets
              + " brackets, "
              + trader.starts()
              + " starts");
      story.add(observer.longest());
    }
    return problems;
  }

  private void goWrong(LocalVenue venue, Child trader, Turning turning, Observer observer)
      throws IOException {
    long begin = System.nanoTime();
    while (System.nanoTime() - begin < BUSY.toNanos()) {
      long until = System.nanoTime() + Duration.ofMillis(misfortune.pause()).toNanos();
      while (System.nanoTime() < until) {
        trader.listen();
        observer.look();
        LockSupport.parkNanos(STEP.toNanos());
      }
      String happened = misfortune.happen(venue);
      if (!happened.isEmpty()) {
        story.add(happened);
      }
      if (misfortune.kills()) {
        story.add("killed");
        trader.kill();
        trader.start();
      }
      if (System.nanoTime() - begin > plan.turn().toNanos()) {
        turning.begin();
      }
    }
  }

  /** How many pairs of orders were at the venue. */
  int pairs() {
    return pairs;
  }

  /** How many entries whose exits waited for them were at the venue. */
  int brackets() {
    return brackets;
  }

  /** What happened, for whoever looks at a failure. */
  List<String> story() {
    return story;
  }
}
