package dev.bourse.testkit.exchange;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.bourse.api.exchange.Capabilities;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The venue that the rules of the kit are tried at, and the desks that are open there. */
abstract class LiveFixture {
  /** What the reason of a refusal looks like: a code and the numbers or the venue's words. */
  static final String REASON = "(?s)[A-Z][A-Z0-9_]*: .+";

  private final List<KitDesk> desks = new ArrayList<>();
  KitVenue venue;

  /** Starts a venue with nothing but the account; the kit closes it. */
  protected abstract KitVenue startVenue() throws Exception;

  @BeforeEach
  void startWithAMarket() throws Exception {
    venue = startVenue();
    venue.quote("60000.00", "2", "60000.10", "2");
    venue.trade("60000.00", "0.5");
  }

  @AfterEach
  void endEverything() {
    desks.forEach(KitDesk::close);
    venue.close();
  }

  /** The account, connected. */
  KitDesk desk() {
    return keep(KitDesk.connected(venue));
  }

  /** The account, on its way. */
  KitDesk opened() {
    return keep(new KitDesk(venue));
  }

  KitDesk keep(KitDesk desk) {
    desks.add(desk);
    return desk;
  }

  /** Lets something go wrong; what cannot happen to this adapter is not asked of it. */
  void strike(Mishap mishap) {
    assumePossible(mishap);
    venue.strike(mishap);
  }

  void assumePossible(Mishap mishap) {
    String why = venue.impossible().get(mishap);
    assumeTrue(why == null, why);
  }

  void assumeBrings(Feed feed) {
    assumeTrue(venue.feeds().contains(feed), "this adapter does not bring " + feed);
  }

  static void assumeDeclared(boolean declared, Object what) {
    assumeTrue(declared, "this adapter does not declare " + what);
  }

  static Capabilities can(KitDesk desk) {
    return desk.exchange.capabilities();
  }
}
